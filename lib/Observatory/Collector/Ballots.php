<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Collector;

use OCA\Compagnon\Openl\Period;
use OCA\Compagnon\Openl\ReportKind;
use OCA\Compagnon\Openl\Stratum;

/** What was collected, for whoever counts: contents only, in an order of chance. */
final readonly class Ballots {
	public function __construct(
		private Reports $reports,
	) {
	}

	/** @return iterable<int, array<array-key, mixed>> as Report has it in `content` */
	public function contents(string $survey, Period $period, ReportKind $kind, Stratum $stratum): iterable {
		foreach ($this->reports->contents($survey, $period->name, $kind, $stratum) as $json) {
			$content = json_decode($json, true, flags: JSON_THROW_ON_ERROR);
			yield is_array($content) ? $content : throw new \LogicException('A report without content was kept');
		}
	}

	/** @return int reports that were not withdrawn */
	public function count(string $survey, Period $period, ReportKind $kind, Stratum $stratum): int {
		return $this->reports->count($survey, $period->name, $kind, $stratum);
	}

	/** @return int reports */
	public function erase(string $survey, Period $period): int {
		return $this->reports->erase($survey, $period->name);
	}
}
