<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Publisher\Release;

/** Which release this is, and which one came before: together they cannot be changed unseen. */
final readonly class Chained {
	/**
	 * @param int $number from 1 on, over all surveys
	 * @param ?string $previous sha256 of the release before; null for the first
	 * @param string $day on which it was published: "2027-01-20"
	 */
	public function __construct(
		public int $number,
		public ?string $previous,
		public string $day,
	) {
	}
}
