<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory;

use OCA\Compagnon\Observatory\Publisher\Ballots;
use OCA\Compagnon\Observatory\Publisher\Issued;
use OCA\Compagnon\Openl\Period;
use OCA\Compagnon\Openl\ReportKind;
use OCA\Compagnon\Openl\Stratum;

/** What the publisher counts. */
final readonly class HarvestedBallots implements Ballots, Issued {
	public function __construct(
		private Harvest $harvest,
	) {
	}

	#[\Override]
	public function of(string $survey, string $period, string $kind, string $stratum): iterable {
		return $this->harvest->contents($survey, new Period($period), ReportKind::from($kind), Stratum::from($stratum));
	}

	#[\Override]
	public function erase(string $survey, string $period): void {
		$this->harvest->erase($survey, new Period($period));
	}

	#[\Override]
	public function tokens(string $survey, string $period, string $kind, string $stratum): int {
		return $this->harvest->issued($survey, new Period($period), ReportKind::from($kind), Stratum::from($stratum))['tokens'];
	}
}
