<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Collector;

use OCA\Compagnon\Openl\Period;

/** What the collector has to know of a survey in one period. */
final readonly class Wave {
	/**
	 * @param string $seed id of the seed of its tokens
	 * @param string $file the questionnaire, or the list of figures
	 * @param bool $isTaken whether reports are taken now
	 * @param bool $isCounted whether what was collected is frozen: nothing can be withdrawn any more
	 */
	public function __construct(
		public string $survey,
		public Period $period,
		public string $version,
		public string $sha256,
		public string $seed,
		public string $file,
		public bool $isTaken,
		public bool $isCounted,
	) {
	}
}
