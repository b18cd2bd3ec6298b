<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer;

use OCA\Compagnon\Port\Clock;
use OCA\Compagnon\Port\Random;
use OCA\Compagnon\Transfer\Run\Run;
use OCA\Compagnon\Transfer\Run\RunAccess;
use OCA\Compagnon\Transfer\Run\RunActs;
use OCA\Compagnon\Transfer\Run\RunConflict;
use OCA\Compagnon\Transfer\Run\RunRepository;
use OCA\Compagnon\Transfer\Run\RunState;
use OCA\Compagnon\Transfer\Run\RunView;
use OCA\Compagnon\Transfer\Run\RunWish;

/** Stops a run for a while; nothing is lost. Whoever works on it stops within a second or two. */
final readonly class PauseRun {
	private const LEASE = 10;

	public function __construct(
		private RunAccess $access,
		private RunRepository $runs,
		private RunActs $acts,
		private RunView $view,
		private Random $random,
		private Clock $clock,
	) {
	}

	/**
	 * @return array<string, mixed> see RunView
	 * @throws RunConflict when it does not go on anyway
	 */
	public function pause(string $asker, string $id): array {
		$run = $this->access->visible($asker, $id);
		if (in_array($run->state, [RunState::WaitingReconnect, RunState::WaitingRoom], true)) {
			$run = $this->acts->change($run, $asker, [$run->state], RunState::Paused);
		} elseif ($run->state === RunState::Active) {
			$this->stop($run);
		} elseif ($run->state !== RunState::Paused) {
			throw $this->acts->conflict($run, $asker);
		}
		return $this->view->of($this->acts->again($run), $asker);
	}

	private function stop(Run $run): void {
		$now = $this->clock->now();
		$this->runs->wish($run->id, RunWish::Pause, $now);
		$me = 'pause-' . $this->random->id();
		if ($this->runs->lease($run->id, $me, $now, $now + self::LEASE)) {
			// Nobody works on it, so nobody would see the wish.
			$this->runs->transition($run->id, [RunState::Active], RunState::Paused, $now);
			$this->runs->release($run->id, $me);
		}
	}
}
