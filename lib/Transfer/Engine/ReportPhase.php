<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Engine;

use OCA\Compagnon\Port\Notifier;
use OCA\Compagnon\Port\Urls;
use OCA\Compagnon\Transfer\Item\ItemState;
use OCA\Compagnon\Transfer\Report\ReportFile;
use OCA\Compagnon\Transfer\Run\Run;
use OCA\Compagnon\Transfer\Run\RunRepository;
use OCA\Compagnon\Transfer\Run\RunState;

/** Ends a run by what its rows say, and tells whom it concerns. */
final readonly class ReportPhase {
	public function __construct(
		private RunRepository $runs,
		private Totals $totals,
		private ReportFile $report,
		private Ending $ending,
		private Notifier $notifier,
		private Urls $urls,
		private Checkpoint $checkpoint,
	) {
	}

	/** @throws LeaseLost */
	public function work(Slice $slice): void {
		$run = $slice->run;
		$totals = $this->totals->of($run->id, $slice->cursor);
		$failed = $totals['states'][ItemState::Failed->value]['items'] ?? 0;
		$code = $totals['complete'] ? null : 'not_counted';
		$end = $failed === 0 && $totals['complete'] ? RunState::Done : RunState::Partial;
		if (!$this->runs->keepTotals($run->id, $totals + $this->report->write($run, $end, $code))) {
			// It was erased meanwhile: nobody is told of it any more.
			throw new LeaseLost();
		}
		$this->checkpoint->reach('reported');
		foreach (array_diff(array_unique([$run->userId, $run->startedBy]), ['']) as $person) {
			$this->tell($person, $run, $slice->source->name(), $totals['moved']['items'], $failed);
		}
		$this->checkpoint->reach('told');
		$this->ending->end($run->id, $end, $code);
	}

	private function tell(string $person, Run $run, string $source, int $moved, int $failed): void {
		$values = ['source' => $source, 'moved' => (string)$moved, 'failed' => (string)$failed];
		$link = $this->urls->page("transfer?run=$run->id");
		if ($failed === 0) {
			$this->notifier->tell($person, $run->id, 'Moving in from {source} is done: {moved} items have come and were checked.', $values, $link);
			return;
		}
		$this->notifier->tell($person, $run->id, 'Moving in from {source} is over: {moved} items have come, {failed} have not. The report says why.', $values, $link);
	}
}
