<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Port\Texts;
use PHPUnit\Framework\TestCase;

/** What every Texts has to do. */
abstract class TextsContract extends TestCase {
	/**
	 * For somebody whose language is this one.
	 *
	 * @param array<string, string> $others languages of further people
	 */
	abstract protected function texts(string $language, array $others = []): Texts;

	public function testTellsTheLanguageInTwoLetters(): void {
		self::assertSame('fr', $this->texts('fr')->language());
		self::assertSame('en', $this->texts('en')->language());
	}

	public function testEverySentenceOfTheAppIsFrenchForFrenchPeople(): void {
		$texts = $this->texts('fr');
		$sentences = self::french();
		self::assertNotSame([], $sentences, 'l10n/fr.json has no sentence');
		foreach ($sentences as $english => $french) {
			self::assertSame($french, $texts->t($english));
		}
	}

	public function testEverySentenceOfTheAppIsItsSourceForEnglishPeople(): void {
		$texts = $this->texts('en');
		foreach (self::french() as $english => $french) {
			self::assertSame($english, $texts->t($english));
		}
	}

	public function testASentenceWithoutTranslationStandsForItself(): void {
		self::assertSame('Nobody has translated this yet.', $this->texts('fr')->t('Nobody has translated this yet.'));
	}

	public function testValuesAreFilledInAndNeverRead(): void {
		foreach (['fr', 'en'] as $language) {
			self::assertSame(
				'The contract says <b>100 %s</b> to %1$s {second}, and {third} at 5 % or %d',
				$this->texts($language)->t('The contract says {first} to {second}, and {third} at 5 % or %d', ['first' => '<b>100 %s</b>', 'second' => '%1$s {second}']),
			);
		}
	}

	public function testSomebodyElseIsToldInTheirOwnLanguage(): void {
		foreach (['fr' => 'en', 'en' => 'fr'] as $mine => $theirs) {
			$texts = $this->texts($mine, ['contract-out' => $theirs])->of('contract-out');
			self::assertSame($theirs, $texts->language());
			self::assertSame($theirs === 'fr' ? 'Annuler' : 'Cancel', $texts->t('Cancel'));
		}
	}

	public function testALanguageCanBeAskedFor(): void {
		foreach (['fr' => 'en', 'en' => 'fr'] as $mine => $asked) {
			$texts = $this->texts($mine)->in($asked);
			self::assertSame($asked, $texts->language());
			self::assertSame($asked === 'fr' ? 'Annuler' : 'Cancel', $texts->t('Cancel'));
		}
	}

	/** @return array<string, string> */
	protected static function french(): array {
		$file = json_decode((string)file_get_contents(__DIR__ . '/../../l10n/fr.json'), true, flags: JSON_THROW_ON_ERROR);
		$translations = is_array($file) && is_array($file['translations'] ?? null) ? $file['translations'] : [];
		/** @var array<string, string> */
		return array_filter($translations, 'is_string');
	}
}
