<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Http;

use OCA\Compagnon\Tests\Fake\ForeignFolder;
use OCA\Compagnon\Tests\Http\Support\HttpTestCase;
use OCA\Compagnon\Tests\Http\Support\Space;
use PHPUnit\Framework\Attributes\CoversNothing;

/** Tours that the host brings, as files in a folder. */
#[CoversNothing]
final class ForeignToursTest extends HttpTestCase {
	public function testATourFromAFolderIsListedShownAndPlayed(): void {
		Space::get()->withForeignTours(['http-garden.json' => self::tour('http-garden')], static function (): void {
			$person = Space::get()->person();
			$listed = array_column(self::call($person, 'tour-index')->data()['tours'], null, 'id')['http-garden'] ?? null;
			self::assertSame(['Titre', ['step-1', 'step-2']], [$listed['title'] ?? null, $listed['steps'] ?? null]);

			$tour = self::call($person, 'tour-show', parameters: ['tour' => 'http-garden'])->data();
			self::assertSame('L’étape 1', $tour['steps'][0]['title']);
			self::assertSame(['#other'], $tour['anchors']['other.place']['selectors']);
			self::assertSame(['files.navigation-toggle', 'files.new', 'other.place'], array_keys($tour['anchors']));
			self::assertSame('running', self::call($person, 'tour-start', [], ['tour' => 'http-garden'])->data()['state']);

			$english = Space::get()->person(language: 'en');
			self::assertSame('EN L’étape 1', self::call($english, 'tour-show', parameters: ['tour' => 'http-garden'])->data()['steps'][0]['title']);
		});

		self::assertRefused(404, 'not_found', self::call(self::shared('member'), 'tour-show', parameters: ['tour' => 'http-garden']));
	}

	public function testWhatIsWrongWithTheFilesIsToldInTheLanguageOfTheAdmin(): void {
		$before = self::call(self::shared('admin'), 'admin-content')->data();
		self::assertSame([], $before['faults']);

		Space::get()->withForeignTours([
			'http-circle.json' => self::tour('http-circle', ['anchors' => ['other.place' => ['selectors' => ['#a'], 'open' => 'other.place']]]),
			'http-html.json' => self::tour('http-html', ['texts' => ['fr' => ['tour.title' => '<script>alert(1)</script>']]]),
			'http-newer.json' => self::tour('http-newer', ['schema' => 2]),
			self::TOUR . '.json' => self::tour(self::TOUR),
		], static function (string $folder) use ($before): void {
			$content = self::call(self::shared('admin'), 'admin-content')->data();
			$messages = array_column($content['faults'], 'message', 'file');

			self::assertSame($before['tours'], $content['tours']);
			self::assertCount(4, $messages);
			self::assertStringContainsString('tournent en rond', $messages["$folder/http-circle.json"] ?? '');
			self::assertStringContainsString('sans HTML', $messages["$folder/http-html.json"] ?? '');
			self::assertStringContainsString('version plus récente de Compagnon (schéma 2)', $messages["$folder/http-newer.json"] ?? '');
			self::assertStringContainsString('tours/' . self::TOUR . '.json', $messages["$folder/" . self::TOUR . '.json'] ?? '');
			self::assertNotSame('Titre', self::call(self::shared('member'), 'tour-show')->data()['title']);
		});

		self::assertSame([], self::call(self::shared('admin'), 'admin-content')->data()['faults']);
		self::assertStringContainsString('http-newer.json cannot be used as it is. It was made for a newer version', Space::get()->log());
	}

	/** @param array<string, mixed> $different */
	private static function tour(string $id, array $different = []): string {
		$anchors = ['other.place' => ['selectors' => ['#other'], 'open' => 'files.navigation-toggle']];
		return json_encode($different + ['anchors' => $anchors] + ForeignFolder::tour($id), JSON_THROW_ON_ERROR);
	}
}
