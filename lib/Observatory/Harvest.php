<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory;

use OCA\Compagnon\Observatory\Collector\Ballots;
use OCA\Compagnon\Observatory\Registry\Issued;
use OCA\Compagnon\Openl\Period;
use OCA\Compagnon\Openl\ReportKind;
use OCA\Compagnon\Openl\Stratum;

/** All that the publisher learns: what the reports of a survey say, and how many could have been sent. */
final readonly class Harvest {
	public function __construct(
		private Ballots $ballots,
		private Issued $issued,
	) {
	}

	/** @return iterable<int, array<array-key, mixed>> as Report has it in `content`, in an order of chance */
	public function contents(string $survey, Period $period, ReportKind $kind, Stratum $stratum): iterable {
		return $this->ballots->contents($survey, $period, $kind, $stratum);
	}

	/** @return int reports that were not withdrawn */
	public function count(string $survey, Period $period, ReportKind $kind, Stratum $stratum): int {
		return $this->ballots->count($survey, $period, $kind, $stratum);
	}

	/** @return array{tokens: int, spaces: int} that were given out, and to how many spaces */
	public function issued(string $survey, Period $period, ReportKind $kind, Stratum $stratum): array {
		return $this->issued->count($survey, $period, $kind, $stratum);
	}

	/** @return int raw reports that are gone, with what the registry noted for them */
	public function erase(string $survey, Period $period): int {
		$this->issued->erase($survey, $period);
		return $this->ballots->erase($survey, $period);
	}
}
