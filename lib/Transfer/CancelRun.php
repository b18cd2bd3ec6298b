<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer;

use OCA\Compagnon\Port\Clock;
use OCA\Compagnon\Port\Jobs;
use OCA\Compagnon\Port\Notifier;
use OCA\Compagnon\Transfer\Run\RunAccess;
use OCA\Compagnon\Transfer\Run\RunActs;
use OCA\Compagnon\Transfer\Run\RunConflict;
use OCA\Compagnon\Transfer\Run\RunRepository;
use OCA\Compagnon\Transfer\Run\RunState;
use OCA\Compagnon\Transfer\Run\RunView;
use OCA\Compagnon\Transfer\Run\RunWish;

/** Ends a run before its end. What has come stays, and is told in the report. */
final readonly class CancelRun {
	private const STOPPED = [RunState::Paused, RunState::WaitingReconnect, RunState::WaitingRoom];

	public function __construct(
		private RunAccess $access,
		private RunRepository $runs,
		private RunActs $acts,
		private RunView $view,
		private Jobs $jobs,
		private Notifier $notifier,
		private Clock $clock,
	) {
	}

	/**
	 * @return array<string, mixed> see RunView
	 * @throws RunConflict when it is over
	 */
	public function cancel(string $asker, string $id): array {
		$run = $this->access->visible($asker, $id);
		if ($run->state->isEnd()) {
			throw $this->acts->conflict($run, $asker);
		}
		if (in_array($run->state, RunState::UNTOUCHED, true)) {
			$this->acts->change($run, $asker, RunState::UNTOUCHED, RunState::Cancelled);
			$this->notifier->withdraw($run->userId, $id);
		} else {
			// What is being written has to be settled: the next slice does that first.
			$this->runs->transition($id, self::STOPPED, RunState::Active, $this->clock->now());
			$this->runs->wish($id, RunWish::Cancel, $this->clock->now());
			$this->jobs->schedule($id);
		}
		return $this->view->of($this->acts->again($run), $asker);
	}
}
