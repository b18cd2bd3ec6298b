<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Survey\Sending;

/** A line of the history. */
final readonly class SentReport {
	/**
	 * @param int $day of the last change
	 * @param ?string $report the exact bytes; of answers null
	 * @param ?string $secret of figures: what withdraws them
	 * @param ?array{receipt: string, signature: string} $receipt of figures
	 */
	public function __construct(
		public string $id,
		public string $survey,
		public string $period,
		public string $kind,
		public SentState $state,
		public ?Outcome $outcome,
		public int $day,
		public ?string $report = null,
		#[\SensitiveParameter]
		public ?string $secret = null,
		public ?array $receipt = null,
	) {
	}
}
