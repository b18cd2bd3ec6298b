<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\Files;

/** Which names files and folders may have. */
final class Names {
	private const MAX_BYTES = 250;

	/**
	 * @return string the name in Unicode's composed form, so that the same accent is always the same
	 * @throws Refused
	 */
	public static function checked(string $name): string {
		$composed = \Normalizer::normalize($name);
		$name = trim(is_string($composed) ? $composed : '');
		return match (true) {
			$name === '' => throw new Refused(400, 'error.nameEmpty', 'name'),
			$name === '.' || $name === '..' => throw new Refused(400, 'error.nameDots', 'name'),
			strpbrk($name, '/\\') !== false => throw new Refused(400, 'error.nameSlash', 'name'),
			preg_match('/\p{Cc}/u', $name) !== 0 => throw new Refused(400, 'error.nameControl', 'name'),
			strlen($name) > self::MAX_BYTES => throw new Refused(400, 'error.nameLong', 'name'),
			default => $name,
		};
	}
}
