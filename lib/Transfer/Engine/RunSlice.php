<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Engine;

use OCA\Compagnon\Port\Clock;
use OCA\Compagnon\Port\Jobs;
use OCA\Compagnon\Transfer\Fault\Fault;
use OCA\Compagnon\Transfer\Fault\FaultKind;
use OCA\Compagnon\Transfer\Run\Run;
use OCA\Compagnon\Transfer\Run\RunCursor;
use OCA\Compagnon\Transfer\Run\RunRepository;
use OCA\Compagnon\Transfer\Run\RunState;
use OCA\Compagnon\Transfer\Run\RunWish;
use OCA\Compagnon\Transfer\Source\Sources;

/**
 * Works on a run for some seconds. The next slice is on the list before this one begins, so that nobody has to notice
 * when the power goes; it is moved nearer when this one ends well.
 */
final readonly class RunSlice {
	/** A slice that says nothing for so long is taken for dead; longer than a lease. */
	private const REVIVE_SECONDS = 240;
	private const BUSY_SECONDS = 60;
	private const ROOM_SECONDS = 600;
	private const MAX_BROKEN = 20;
	/** How often in a row something that concerns all of it may not work. */
	private const MAX_FAULTS = 60;

	public function __construct(
		private RunRepository $runs,
		private Sources $sources,
		private Phases $phases,
		private Ending $ending,
		private Jobs $jobs,
		private Checkpoint $checkpoint,
		private Clock $clock,
	) {
	}

	public function work(string $runId, string $worker, int $seconds): SliceResult {
		$run = $this->runs->find($runId);
		if ($run === null || $run->state->isEnd()) {
			$this->jobs->remove($runId);
			return SliceResult::Ended;
		}
		if ($run->state !== RunState::Active && $run->wish !== RunWish::Cancel) {
			return SliceResult::Stopped;
		}
		$lease = Lease::take($this->runs, $this->clock, $runId, $worker, $seconds);
		if ($lease === null) {
			$this->jobs->schedule($runId, $this->clock->now() + self::BUSY_SECONDS);
			return SliceResult::Busy;
		}
		$this->jobs->schedule($runId, $this->clock->now() + self::REVIVE_SECONDS);
		$this->checkpoint->reach('leased');
		try {
			$result = $this->result($this->runs->find($runId) ?? $run, $lease);
		} catch (\Exception $e) {
			// Whoever comes next need not wait for somebody who is not there any more.
			$lease->release();
			throw $e;
		}
		if ($result !== SliceResult::Busy) {
			$lease->release();
		}
		$this->reschedule($runId, $result);
		return $result;
	}

	private function result(Run $run, Lease $lease): SliceResult {
		if ($run->wish !== null) {
			return $this->meet($run, $run->wish);
		}
		try {
			$slice = new Slice($run, $this->sources->get($run->source), $lease, RunCursor::of($run->cursor), $this->runs);
			$result = $this->phases($slice);
		} catch (Wished $e) {
			return $this->meet($this->runs->find($run->id) ?? $run, $e->wish);
		} catch (LeaseLost) {
			return $this->overtaken($run->id);
		} catch (Fault $e) {
			return $this->suspend($this->runs->find($run->id) ?? $run, $e);
		}
		$now = $this->runs->find($run->id);
		return $result === SliceResult::Stopped && $now?->wish === RunWish::Cancel ? $this->meet($now, RunWish::Cancel) : $result;
	}

	/**
	 * @throws Fault
	 * @throws LeaseLost
	 * @throws Wished
	 */
	private function phases(Slice $slice): SliceResult {
		$slice->notBefore = $slice->run->notBefore;
		if (++$slice->cursor->broken > self::MAX_BROKEN) {
			throw new Fault(FaultKind::Final, 'internal');
		}
		$slice->keep();
		try {
			$result = $this->phases->work($slice);
		} catch (Wished $e) {
			$this->orderly($slice);
			throw $e;
		} catch (Fault $e) {
			if ($e->kind === FaultKind::Again || $e->kind === FaultKind::Throttled) {
				$slice->notBefore = $this->clock->now() + ($e->waitSeconds ?? self::BUSY_SECONDS);
				$e = ++$slice->cursor->faults > self::MAX_FAULTS ? new Fault(FaultKind::Final, $e->reason, null, $e) : $e;
			}
			$this->orderly($slice);
			throw $e;
		}
		if ($result !== SliceResult::Ended) {
			$this->orderly($slice);
		}
		return $result;
	}

	/** @throws LeaseLost */
	private function orderly(Slice $slice): void {
		$slice->cursor->broken = 0;
		$slice->keep();
	}

	private function meet(Run $run, RunWish $wish): SliceResult {
		if ($wish === RunWish::Cancel) {
			$this->ending->breakOff($run, RunState::Cancelled, null);
			return SliceResult::Ended;
		}
		$this->ending->settleDown($run->id);
		$this->runs->transition($run->id, [RunState::Active], RunState::Paused, $this->clock->now());
		return SliceResult::Stopped;
	}

	/** Another worker has it now, or nobody: a run that was erased leaves nothing of what was still coming. */
	private function overtaken(string $runId): SliceResult {
		if ($this->runs->find($runId) !== null) {
			return SliceResult::Busy;
		}
		$this->ending->leaveNothing($runId);
		return SliceResult::Ended;
	}

	/** Something concerns the whole run: it waits for what can be mended, and ends otherwise. */
	private function suspend(Run $run, Fault $fault): SliceResult {
		$now = $this->clock->now();
		$this->ending->settleDown($run->id);
		switch ($fault->kind) {
			case FaultKind::Reconnect:
				$this->runs->transition($run->id, [RunState::Active], RunState::WaitingReconnect, $now, $fault->reason);
				return SliceResult::Stopped;
			case FaultKind::NoRoom:
				$this->runs->transition($run->id, [RunState::Active], RunState::WaitingRoom, $now, $fault->reason, $now + self::ROOM_SECONDS);
				return SliceResult::Stopped;
			case FaultKind::Again:
			case FaultKind::Throttled:
				return SliceResult::Waiting;
			default:
				$this->ending->breakOff($run, RunState::Failed, $fault->reason);
				return SliceResult::Ended;
		}
	}

	private function reschedule(string $runId, SliceResult $result): void {
		if ($result === SliceResult::MoreToDo || $result === SliceResult::Waiting) {
			$this->jobs->schedule($runId, $this->runs->find($runId)?->notBefore);
		}
	}
}
