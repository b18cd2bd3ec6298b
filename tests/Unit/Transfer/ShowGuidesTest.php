<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Transfer;

use OCA\Compagnon\Content\ContentFolder;
use OCA\Compagnon\Content\ContentReader;
use OCA\Compagnon\Content\ContentTexts;
use OCA\Compagnon\Content\OpisSchemaValidator;
use OCA\Compagnon\Content\Verdicts;
use OCA\Compagnon\Tests\Fake\FakeUrls;
use OCA\Compagnon\Tests\Fake\World;
use OCA\Compagnon\Transfer\Oauth\DropboxOauth;
use OCA\Compagnon\Transfer\Oauth\GoogleOauth;
use OCA\Compagnon\Transfer\Oauth\Providers;
use OCA\Compagnon\Transfer\ShowGuides;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

#[CoversClass(ShowGuides::class)]
final class ShowGuidesTest extends TestCase {
	private const RESOURCES = __DIR__ . '/../../../resources';

	private World $world;

	#[\Override]
	protected function setUp(): void {
		$this->world = new World();
	}

	public function testTheShippedGuidesAreReadAndNameThisSpace(): void {
		$reader = new ContentReader(new OpisSchemaValidator(), new Verdicts($this->world->settings, $this->world->host, self::RESOURCES), self::RESOURCES . '/schema');
		[$google, $dropbox] = $this->guides(new ContentFolder($reader, self::RESOURCES));

		self::assertSame(['google', 'Préparer la connexion à Google Drive', 20], [$google['source'], $google['title'], $google['minutes']]);
		self::assertSame(['dropbox', 'Préparer la connexion à Dropbox', 10], [$dropbox['source'], $dropbox['title'], $dropbox['minutes']]);
		foreach ([$google, $dropbox] as $guide) {
			self::assertContains('https://space.example/apps/compagnon/transfer/callback', array_merge(...array_column($guide['steps'], 'copy')));
			self::assertStringNotContainsString('guide.transfer', json_encode($guide, JSON_THROW_ON_ERROR));
		}
		// What is asked for is what is to be ticked.
		self::assertSame([], array_diff([...(new GoogleOauth())->scopes()], array_merge(...array_column($google['steps'], 'copy'))));
		self::assertSame([], array_diff([...(new DropboxOauth())->scopes()], array_merge(...array_column($dropbox['steps'], 'copy'))));
	}

	public function testAGuideThatIsBrokenIsLeftOutAndNoted(): void {
		$this->world->content->write('guides/transfer-google.json', ['schema' => 1, 'id' => 'transfer-google']);
		$this->world->content->write('guides/transfer-dropbox.json', [
			'schema' => 1, 'id' => 'transfer-dropbox', 'source' => 'dropbox', 'minutes' => 3, 'title' => 'alpha.title', 'intro' => 'step.text',
			'steps' => [['id' => 'one', 'title' => 'alpha.title', 'text' => 'step.text', 'url' => 'https://www.dropbox.com/']],
		]);

		self::assertSame([[
			'source' => 'dropbox', 'title' => 'Premier', 'intro' => 'Texte', 'minutes' => 3,
			'steps' => [['title' => 'Premier', 'text' => 'Texte', 'url' => 'https://www.dropbox.com/', 'copy' => []]],
		]], $this->guides($this->world->folder()));
		self::assertCount(1, $this->world->log->entries);
	}

	public function testAFaultInAGuideIsFoundWithTheOthers(): void {
		$this->world->content->write('guides/transfer-google.json', ['schema' => 1, 'id' => 'transfer-google']);

		self::assertCount(1, $this->world->folder()->faults());
	}

	/** @return list<array{source: string, title: string, intro: string, minutes: int, steps: list<array{title: string, text: string, url: ?string, copy: list<string>}>}> */
	private function guides(ContentFolder $folder): array {
		$texts = new ContentTexts($folder, $this->world->texts, $this->world->faultLog());
		return (new ShowGuides(new Providers(new GoogleOauth(), new DropboxOauth()), $folder, $texts, $this->world->faultLog(), new FakeUrls()))->show();
	}
}
