<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Survey\Consent;

/** What somebody who looks after the space decided, when, and what they had read. */
final readonly class Decision {
	/**
	 * @param string $decidedBy id of the account; empty when it is gone
	 * @param int $decidedAt UTC seconds
	 * @param list<string> $leftOut names of figures that are not given
	 * @param list<string> $metrics names of the figures that were asked for then
	 * @param string $notice hex sha256
	 * @param string $version of the notice
	 * @param string $observatory its address then
	 */
	public function __construct(
		public string $decidedBy,
		public int $decidedAt,
		public SurveyLevel $surveys,
		public bool $figures,
		public array $leftOut,
		public array $metrics,
		public string $notice,
		public string $version,
		public string $observatory,
	) {
	}
}
