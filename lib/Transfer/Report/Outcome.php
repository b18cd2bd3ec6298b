<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Report;

use OCA\Compagnon\Transfer\Run\RunState;

/** How a run has ended, for the head of its report. */
final readonly class Outcome {
	/**
	 * @param ?string $code reason, as FaultWords knows it
	 * @param string $source what people call it
	 * @param string $date as in 2026-11-25
	 */
	public function __construct(
		public RunState $end,
		public ?string $code,
		public string $source,
		public string $date,
	) {
	}
}
