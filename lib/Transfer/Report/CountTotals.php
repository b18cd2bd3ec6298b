<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Report;

use OCA\Compagnon\Transfer\Item\ItemRepository;
use OCA\Compagnon\Transfer\Run\Run;

/** Counts a run from its rows, or reads what was kept of them. */
final readonly class CountTotals {
	public function __construct(
		private ItemRepository $items,
		private ReportRepository $report,
	) {
	}

	public function of(Run $run): Totals {
		$kept = Totals::fromArray($run->totals ?? []);
		return $run->erasedAt !== null
			? $kept
			: new Totals($this->items->counts($run->id), $this->report->renamed($run->id), $this->report->reasons($run->id), $kept->complete, $kept->file, $kept->etag);
	}
}
