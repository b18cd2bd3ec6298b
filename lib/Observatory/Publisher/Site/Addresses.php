<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Publisher\Site;

use OCA\Compagnon\Port\Urls;

/** The addresses of the site: they stay. */
final readonly class Addresses {
	public function __construct(
		private Urls $urls,
	) {
	}

	/** @param string $path below the site; empty for its first page */
	public function page(string $path): string {
		return $this->urls->page($path === '' ? 'observatory' : "observatory/$path");
	}

	public static function results(string $survey, string $period): string {
		return 'surveys/' . rawurlencode($survey) . '/' . rawurlencode($period);
	}

	/** @param 'csv'|'json' $kind */
	public static function file(string $survey, string $period, string $kind): string {
		return rawurlencode($survey) . '_' . rawurlencode($period) . '.' . $kind;
	}
}
