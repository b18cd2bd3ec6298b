<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Run;

use OCA\Compagnon\Port\Clock;
use OCA\Compagnon\Port\Jobs;

/** What the acts on a run have in common: a change that fails tells how the run is now. */
final readonly class RunActs {
	public function __construct(
		private RunRepository $runs,
		private RunView $view,
		private Jobs $jobs,
		private Clock $clock,
	) {
	}

	/**
	 * @param non-empty-list<RunState> $from
	 * @throws RunConflict when it was in another state
	 */
	public function change(Run $run, string $asker, array $from, RunState $to, ?string $code = null): Run {
		if (!$this->runs->transition($run->id, $from, $to, $this->clock->now(), $code)) {
			throw $this->conflict($run, $asker);
		}
		return $this->again($run);
	}

	/**
	 * Makes a run work. Only one of a person's runs does at a time: there is one writer for each space.
	 *
	 * @param non-empty-list<RunState> $from
	 * @throws RunConflict
	 */
	public function work(Run $run, string $asker, array $from): Run {
		$this->mustBeAlone($run, $asker);
		$active = $this->change($run, $asker, $from, RunState::Active);
		try {
			$this->mustBeAlone($active, $asker);
		} catch (RunConflict $e) {
			// Two were begun in the same moment: neither has done anything yet.
			$this->runs->transition($run->id, [RunState::Active], $run->state, $this->clock->now(), $run->code);
			throw $e;
		}
		$this->jobs->schedule($run->id);
		return $active;
	}

	/** @throws RunConflict when another run of the person works */
	public function mustBeAlone(Run $run, string $asker): void {
		foreach ($this->runs->ofPerson($run->userId) as $other) {
			if ($other->id !== $run->id && $other->state === RunState::Active) {
				throw new RunConflict($this->view->of($this->again($run), $asker), 'Another move into this space is under way. Wait until it is over, or pause it first.');
			}
		}
	}

	public function conflict(Run $run, string $asker): RunConflict {
		$now = $this->again($run);
		return new RunConflict($this->view->of($now, $asker), match ($now->state) {
			RunState::Draft => 'This move is still being prepared. Here is where it stands now.',
			RunState::Asked => 'This move waits for the answer of the person it is for. Here is where it stands now.',
			RunState::Active => 'This move is under way already. Here is where it stands now.',
			RunState::Ready => 'This move is ready and waits for its start. Here is where it stands now.',
			RunState::Paused, RunState::WaitingReconnect, RunState::WaitingRoom => 'This move is at a stop. Here is where it stands now.',
			RunState::Cancelled, RunState::Done, RunState::Partial, RunState::Failed => 'This move is over already. Here is how it ended.',
		});
	}

	/** @return Run as it is now; as it was when it is gone */
	public function again(Run $run): Run {
		return $this->runs->find($run->id) ?? $run;
	}
}
