<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Controller\Http;

use OCA\Compagnon\Error\Invalid;

/**
 * Requests that have nothing but a few texts, and come so often that reading openapi.json for each would cost more than
 * the answer. It says the same as openapi.json; a test holds the two together.
 */
final class PlainFields {
	/** Pattern of each field, by operation; all of them have to be there. */
	public const OF = [
		'observatorycollector-take' => ['sealed' => ''],
		'observatorycollector-withdraw' => ['report' => '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$', 'secret' => '^[0-9a-f]{40}$'],
	];

	/**
	 * @param array<string, string> $fields pattern of each
	 * @param array<array-key, mixed> $given
	 * @throws Invalid
	 */
	public static function check(array $fields, array $given): void {
		foreach ($given as $name => $value) {
			$field = (string)$name;
			$pattern = $fields[$field] ?? throw Invalid::unknown(mb_scrub($field, 'UTF-8'));
			if (!is_string($value) || preg_match("/$pattern/D", $value) !== 1) {
				throw Invalid::kind($field);
			}
		}
		foreach (array_diff_key($fields, $given) as $field => $pattern) {
			throw Invalid::missing($field);
		}
	}
}
