<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tour;

/** Words as they are compared in a search: without capitals, accents and joined letters. */
final class SearchWords {
	private const PLAIN = [
		'à' => 'a', 'á' => 'a', 'â' => 'a', 'ã' => 'a', 'ä' => 'a', 'å' => 'a', 'æ' => 'ae', 'ç' => 'c',
		'è' => 'e', 'é' => 'e', 'ê' => 'e', 'ë' => 'e', 'ì' => 'i', 'í' => 'i', 'î' => 'i', 'ï' => 'i', 'ñ' => 'n',
		'ò' => 'o', 'ó' => 'o', 'ô' => 'o', 'õ' => 'o', 'ö' => 'o', 'ø' => 'o', 'œ' => 'oe', 'ß' => 'ss',
		'ù' => 'u', 'ú' => 'u', 'û' => 'u', 'ü' => 'u', 'ý' => 'y', 'ÿ' => 'y',
		// Bloqué⋅e is one word.
		'⋅' => '', '·' => '',
	];

	/** A longer word that begins with one of at least so many letters may be another form of it. */
	private const STEM = 5;

	/** How much longer a form may be: partage, partager; fichier, fichiers. */
	private const ENDING = 2;

	/** @return list<string> */
	public static function of(string $text): array {
		$plain = strtr(mb_strtolower(mb_scrub($text, 'UTF-8'), 'UTF-8'), self::PLAIN);
		// Accents can also be written as characters of their own behind the letter.
		$plain = preg_replace('/\p{Mn}+/u', '', $plain) ?? $plain;
		$words = preg_split('/[^\p{L}\p{N}]+/u', $plain, -1, PREG_SPLIT_NO_EMPTY);
		return $words === false ? [] : $words;
	}

	/** Whether a word that is looked for fits one that is there: as its beginning, or as another form of it. */
	public static function fit(string $asked, string $word): bool {
		$longer = mb_strlen($asked) - mb_strlen($word);
		return str_starts_with($word, $asked)
			|| (mb_strlen($word) >= self::STEM && $longer <= self::ENDING && str_starts_with($asked, $word));
	}
}
