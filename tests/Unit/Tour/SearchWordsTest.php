<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Tour;

use OCA\Compagnon\Tour\SearchWords;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

#[CoversClass(SearchWords::class)]
final class SearchWordsTest extends TestCase {
	/** @param list<string> $words */
	#[TestWith(['Été à l’œuvre', ['ete', 'a', 'l', 'oeuvre']])]
	#[TestWith(["E\u{301}te\u{301}", ['ete']])]
	#[TestWith(['Bloqué⋅e ?', ['bloquee']])]
	#[TestWith(['« Mes   fichiers », 2026', ['mes', 'fichiers', '2026']])]
	#[TestWith(['Größe ÉCOLE', ['grosse', 'ecole']])]
	#[TestWith(['🌻', []])]
	#[TestWith(['', []])]
	#[TestWith(["calendrier\xff", ['calendrier']])]
	public function testWordsWithoutCapitalsAndAccents(string $text, array $words): void {
		self::assertSame($words, SearchWords::of($text));
	}

	#[TestWith(['part', 'partager', true])]
	#[TestWith(['partager', 'partage', true])]
	#[TestWith(['fichiers', 'fichier', true])]
	#[TestWith(['fichier', 'fichier', true])]
	#[TestWith(['tager', 'partager', false])]
	#[TestWith(['notes', 'note', false])]
	#[TestWith(['calendrier', 'calen', false])]
	#[TestWith(['partir', 'partager', false])]
	public function testABeginningOrAnotherFormFits(string $asked, string $word, bool $fits): void {
		self::assertSame($fits, SearchWords::fit($asked, $word));
	}
}
