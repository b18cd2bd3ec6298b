<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Http;

/** Lists of hosts: "www.googleapis.com", or "*.dropboxusercontent.com" for all below. */
final class Hosts {
	/** @param list<string> $allowed */
	public static function allow(string $host, array $allowed): bool {
		$host = strtolower($host);
		foreach ($allowed as $pattern) {
			$pattern = strtolower($pattern);
			$fits = str_starts_with($pattern, '*.')
				? str_ends_with($host, substr($pattern, 1)) && strlen($host) > strlen($pattern) - 1
				: $host === $pattern;
			if ($host !== '' && $fits) {
				return true;
			}
		}
		return false;
	}
}
