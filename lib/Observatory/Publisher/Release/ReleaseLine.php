<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Publisher\Release;

/** A published release as a list shows it. */
final readonly class ReleaseLine {
	/**
	 * @param array<string, string> $title words by language
	 * @param string $day on which it was published
	 */
	public function __construct(
		public string $survey,
		public string $period,
		public int $number,
		public string $day,
		public string $sha256,
		public array $title,
	) {
	}
}
