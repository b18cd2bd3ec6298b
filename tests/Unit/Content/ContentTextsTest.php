<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Content;

use OCA\Compagnon\Content\ContentTexts;
use OCA\Compagnon\Content\Text;
use OCA\Compagnon\Tests\Fake\World;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

#[CoversClass(ContentTexts::class)]
#[CoversClass(Text::class)]
final class ContentTextsTest extends TestCase {
	private World $world;

	#[\Override]
	protected function setUp(): void {
		$this->world = new World();
	}

	public function testIsInThePersonsLanguage(): void {
		self::assertSame('Premier', $this->world->contentTexts()->get(new Text('alpha.title')));

		$this->world->texts->language = 'en';
		self::assertSame('First', $this->world->contentTexts()->get(new Text('alpha.title')));
	}

	public function testALanguageThatIsNotThereIsEnglish(): void {
		$this->world->texts->language = 'br';

		self::assertSame('First', $this->world->contentTexts()->get(new Text('alpha.title')));
		self::assertSame([], $this->world->log->entries);
	}

	public function testWhatIsOnlyInFrenchIsFrenchForEverybody(): void {
		$this->world->texts->language = 'en';

		self::assertSame('Seulement en français', $this->world->contentTexts()->get(new Text('alpha.only-french')));
	}

	public function testAKeyWithoutWordsStandsForItself(): void {
		self::assertSame('alpha.nothing', $this->world->contentTexts()->get(new Text('alpha.nothing')));
	}

	public function testALanguageNeverLeavesTheFolder(): void {
		$this->world->texts->language = '../tours/alpha';

		self::assertSame('First', $this->world->contentTexts()->get(new Text('alpha.title')));
	}

	public function testABrokenLanguageFallsBackAndIsLogged(): void {
		$this->world->content->write('texts/fr.json', '{"alpha.title": "<script>"}');

		self::assertSame('First', $this->world->contentTexts()->get(new Text('alpha.title')));
		self::assertStringContainsString('texts/fr.json', $this->world->log->entries[0]['message']);
	}

	public function testWordsThatATourBringsWinAndFallBackAmongThemselves(): void {
		$words = $this->world->contentTexts();
		self::assertSame('Eigen', $words->get(new Text('alpha.title', ['de' => 'Eigen'])));
		self::assertSame('Own', $words->get(new Text('alpha.title', ['de' => 'Eigen', 'en' => 'Own'])));
		self::assertSame('À nous', $words->get(new Text('alpha.title', ['en' => 'Own', 'fr' => 'À nous'])));

		$this->world->texts->language = 'de';
		self::assertSame('Eigen', $this->world->contentTexts()->get(new Text('alpha.title', ['en' => 'Own', 'de' => 'Eigen'])));
	}

	public function testTellsWhetherALanguageHasTheWords(): void {
		$words = $this->world->contentTexts();

		self::assertSame('First', $words->in('en', new Text('alpha.title')));
		self::assertNull($words->in('en', new Text('alpha.only-french')));
		self::assertNull($words->in('en', new Text('alpha.title', ['fr' => 'À nous'])));
	}
}
