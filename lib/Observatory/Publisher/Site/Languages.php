<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Publisher\Site;

/** Which language a page is in. */
final readonly class Languages {
	/**
	 * @param string $accept the header Accept-Language
	 * @return 'fr'|'en'
	 */
	public static function choose(string $asked, string $accept): string {
		if ($asked === 'fr' || $asked === 'en') {
			return $asked;
		}
		$best = ['fr', 0.0];
		foreach (explode(',', $accept) as $part) {
			if (preg_match('/^\s*(fr|en)\b[^;]*(?:;\s*q=([01](?:\.\d{1,3})?))?\s*$/Di', $part, $found) === 1) {
				$weight = (float)($found[2] ?? '1');
				$best = $weight > $best[1] ? [strtolower($found[1]), $weight] : $best;
			}
		}
		return $best[0] === 'en' ? 'en' : 'fr';
	}
}
