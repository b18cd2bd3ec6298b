<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Engine;

use OCA\Compagnon\Port\Clock;
use OCA\Compagnon\Port\Jobs;
use OCA\Compagnon\Transfer\Item\ItemRepository;
use OCA\Compagnon\Transfer\Item\ItemState;
use OCA\Compagnon\Transfer\Report\ReportFile;
use OCA\Compagnon\Transfer\Run\Run;
use OCA\Compagnon\Transfer\Run\RunCursor;
use OCA\Compagnon\Transfer\Run\RunRepository;
use OCA\Compagnon\Transfer\Run\RunState;

/** Ends a run for good: what was under way is cleared, what was moved stays. */
final readonly class Ending {
	private const OPEN = [RunState::Draft, RunState::Asked, RunState::Active, RunState::Ready, RunState::Paused, RunState::WaitingReconnect, RunState::WaitingRoom];

	public function __construct(
		private RunRepository $runs,
		private ItemRepository $items,
		private StagingFiles $staging,
		private Totals $totals,
		private ReportFile $report,
		private Jobs $jobs,
		private Checkpoint $checkpoint,
		private Clock $clock,
	) {
	}

	public function end(string $runId, RunState $state, ?string $code): void {
		$this->staging->remove($runId);
		$this->runs->transition($runId, self::OPEN, $state, $this->clock->now(), $code);
		$this->checkpoint->reach('ended');
		$this->jobs->remove($runId);
	}

	/** For a run whose rows are gone. */
	public function leaveNothing(string $runId): void {
		$this->staging->remove($runId);
		$this->jobs->remove($runId);
	}

	/** Nobody works on it for a while: nothing looks as if it were coming. */
	public function settleDown(string $runId): void {
		$this->items->putBack($runId, ItemState::Fetching, ItemState::Queued);
	}

	/** Ends it before its time, with a report of what there is. */
	public function breakOff(Run $run, RunState $state, ?string $code): void {
		$this->items->stopOpen($run->id, $state === RunState::Cancelled ? ItemState::Skipped : ItemState::Failed);
		$totals = $this->totals->of($run->id, RunCursor::of($run->cursor));
		$this->runs->keepTotals($run->id, $totals + ($run->startedAt === null ? [] : $this->report->write($run, $state, $code)));
		$this->end($run->id, $state, $code);
	}
}
