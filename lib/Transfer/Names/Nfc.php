<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Names;

/**
 * The one form of Unicode that spaces store: an accent belongs to its letter. Nextcloud brings the class Normalizer along
 * also where PHP lacks the intl extension; elsewhere without it, Latin letters with one accent are composed.
 */
final class Nfc {
	/** Combining marks as HTML calls them behind a letter: it names every Latin letter with one accent. */
	private const MARKS = [
		"\u{300}" => 'grave', "\u{301}" => 'acute', "\u{302}" => 'circ', "\u{303}" => 'tilde', "\u{304}" => 'macr', "\u{306}" => 'breve', "\u{307}" => 'dot',
		"\u{308}" => 'uml', "\u{30a}" => 'ring', "\u{30b}" => 'dblac', "\u{30c}" => 'caron', "\u{327}" => 'cedil', "\u{328}" => 'ogon',
	];

	/** @param string $text valid UTF-8 */
	public static function of(string $text): string {
		if (preg_match('/[^\x00-\x7f]/', $text) !== 1) {
			return $text;
		}
		$normal = class_exists(\Normalizer::class) ? \Normalizer::normalize($text, \Normalizer::FORM_C) : self::latin($text);
		return $normal === false ? $text : $normal;
	}

	/** What can be done without the class. */
	public static function latin(string $text): string {
		return (string)preg_replace_callback(
			'/([a-z])([' . implode('', array_keys(self::MARKS)) . '])(?!\p{M})/iu',
			static function (array $match): string {
				$letter = html_entity_decode("&$match[1]" . self::MARKS[$match[2]] . ';', ENT_QUOTES | ENT_HTML5, 'UTF-8');
				return preg_match('/^\p{Latin}$/u', $letter) === 1 ? $letter : $match[0];
			},
			$text,
		);
	}
}
