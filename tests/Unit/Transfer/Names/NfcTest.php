<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Transfer\Names;

use OCA\Compagnon\Transfer\Names\Nfc;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

#[CoversClass(Nfc::class)]
final class NfcTest extends TestCase {
	public function testAccentsBelongToTheirLetters(): void {
		self::assertSame('Réunion à Hà Nội', Nfc::of("Re\u{301}union a\u{300} Ha\u{300} No\u{302}\u{323}i"));
		self::assertSame('plain', Nfc::of('plain'));
		self::assertSame('각', Nfc::of("\u{1100}\u{1161}\u{11a8}"));
	}

	public function testWithoutTheClassLatinLettersWithOneAccentAreComposed(): void {
		$all = 'àâäáãåçéèêëěíîïñńóôöõőúùûüűýžščćęąřťůż ÀÉÈÊËÇÎÏÔÙÛÜ';

		self::assertSame($all, Nfc::latin((string)\Normalizer::normalize($all, \Normalizer::FORM_D)));
		self::assertSame("o\u{302}\u{323}", Nfc::latin("o\u{302}\u{323}"));
	}

	public function testNothingBecomesAnotherLetterWithoutTheClass(): void {
		$wrong = [];
		foreach ([...range('a', 'z'), ...range('A', 'Z')] as $letter) {
			foreach (range(0x300, 0x333) as $mark) {
				$apart = $letter . mb_chr($mark, 'UTF-8');
				// What HTML has no name for stays apart.
				if (!in_array(Nfc::latin($apart), [$apart, \Normalizer::normalize($apart)], true)) {
					$wrong[] = $apart;
				}
			}
		}

		self::assertSame([], $wrong);
	}
}
