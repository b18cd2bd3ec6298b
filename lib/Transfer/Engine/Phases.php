<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Engine;

use OCA\Compagnon\Port\Clock;
use OCA\Compagnon\Transfer\Fault\Fault;
use OCA\Compagnon\Transfer\Run\RunPhase;
use OCA\Compagnon\Transfer\Run\RunRepository;
use OCA\Compagnon\Transfer\Run\RunState;

/** One phase after the other, as far as the time goes. */
final readonly class Phases {
	public function __construct(
		private ScanPhase $scan,
		private PlanPhase $plan,
		private MovePhase $move,
		private ReconcilePhase $reconcile,
		private ReportPhase $report,
		private RunRepository $runs,
		private Checkpoint $checkpoint,
		private Clock $clock,
	) {
	}

	/**
	 * @throws Fault when it concerns the whole run
	 * @throws LeaseLost
	 * @throws Wished
	 */
	public function work(Slice $slice): SliceResult {
		$phase = $slice->run->phase;
		while ($phase !== RunPhase::Report) {
			$end = match ($phase) {
				RunPhase::Scan => $this->scan->work($slice),
				RunPhase::Plan => $this->plan->work($slice),
				RunPhase::Move => $this->move->work($slice),
				RunPhase::Reconcile => $this->reconcile->work($slice),
			};
			if ($end !== PhaseEnd::Done) {
				return $this->rest($slice, $end);
			}
			if ($phase === RunPhase::Plan && !$this->mayGoOn($slice)) {
				$this->runs->transition($slice->run->id, [RunState::Active], RunState::Ready, $this->clock->now());
				return SliceResult::Stopped;
			}
			$phase = $this->next($slice, $phase);
		}
		$this->report->work($slice);
		return SliceResult::Ended;
	}

	private function rest(Slice $slice, PhaseEnd $end): SliceResult {
		if ($end === PhaseEnd::OutOfTime) {
			$slice->notBefore = null;
			return SliceResult::MoreToDo;
		}
		return SliceResult::Waiting;
	}

	/** Nothing is moved before somebody says so, and nobody is asked twice. */
	private function mayGoOn(Slice $slice): bool {
		return $slice->run->options->startAfterScan && PlanPhase::hasRoom($slice->cursor->needed, $slice->cursor->free);
	}

	private function next(Slice $slice, RunPhase $phase): RunPhase {
		$next = match ($phase) {
			RunPhase::Scan => RunPhase::Plan,
			RunPhase::Plan => RunPhase::Move,
			RunPhase::Move => RunPhase::Reconcile,
			default => RunPhase::Report,
		};
		if (!$this->runs->advance($slice->run->id, $phase, $next, $this->clock->now())) {
			throw new LeaseLost();
		}
		$slice->notBefore = null;
		$this->checkpoint->reach('next phase');
		return $next;
	}
}
