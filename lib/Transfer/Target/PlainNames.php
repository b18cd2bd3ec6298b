<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Target;

/** What no space takes as a name, however it is set up: it would be lost, unseen, or land elsewhere. */
final class PlainNames {
	/** What the table of files of a Nextcloud holds. */
	public const MAX_BYTES = 250;
	public const MAX_PATH = 4000;

	/** Kept for transfers that are under way; a file of that ending is never shown. */
	private const ENDINGS = '/\.(part|filepart)$/iD';
	/** Would change what the web server does. */
	private const NAMES = '/^\.htaccess$/iD';

	public static function allows(string $name): bool {
		return trim($name) !== ''
			&& $name !== '.' && $name !== '..'
			&& strlen($name) <= self::MAX_BYTES
			&& mb_check_encoding($name, 'UTF-8')
			&& preg_match('/[\p{Cc}\/\\\\]/u', $name) === 0
			&& preg_match(self::ENDINGS, $name) === 0
			&& preg_match(self::NAMES, $name) === 0;
	}

	/** @return string allowed but for its length */
	public static function clean(string $name): string {
		$name = strtr(mb_scrub($name, 'UTF-8'), ['/' => '-', '\\' => '-']);
		$name = preg_replace('/\p{Cc}+/u', ' ', $name) ?? $name;
		$name = preg_replace(self::ENDINGS, '_$1', $name) ?? $name;
		return match (true) {
			trim($name) === '' => '_',
			$name === '.', $name === '..', preg_match(self::NAMES, $name) === 1 => '_' . substr($name, 1),
			default => $name,
		};
	}
}
