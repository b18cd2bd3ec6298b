<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Source\Google;

/** Old links to Drive and to Google's documents. */
final readonly class DriveLinks {
	private const HOSTS = ['drive.google.com', 'docs.google.com', 'drive.usercontent.google.com', 'sheets.google.com', 'slides.google.com'];
	private const ID = '[A-Za-z0-9_-]{10,}';
	/** "/d/" leads to a file, a document, a form; "/folders/" to a folder; an account may be named before or after. */
	private const IN_PATH = '~/(?:d|folders|folderview)/(?!e/)(' . self::ID . ')(?:/|$)~';

	/** @return ?string null when it is no such link, or leads to something published that has an id of its own */
	public static function id(string $link): ?string {
		$parts = parse_url(trim($link));
		if ($parts === false || !in_array(strtolower($parts['scheme'] ?? ''), ['http', 'https'], true) || !in_array(strtolower($parts['host'] ?? ''), self::HOSTS, true)) {
			return null;
		}
		if (preg_match(self::IN_PATH, $parts['path'] ?? '', $found) === 1) {
			return $found[1];
		}
		parse_str($parts['query'] ?? '', $query);
		$id = $query['id'] ?? null;
		return is_string($id) && preg_match('/^' . self::ID . '$/', $id) === 1 ? $id : null;
	}
}
