<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer;

use OCA\Compagnon\Transfer\Run\RunAccess;
use OCA\Compagnon\Transfer\Run\RunActs;
use OCA\Compagnon\Transfer\Run\RunConflict;
use OCA\Compagnon\Transfer\Run\RunState;
use OCA\Compagnon\Transfer\Run\RunView;

/** Goes on where a run stopped. */
final readonly class ResumeRun {
	public function __construct(
		private RunAccess $access,
		private RunActs $acts,
		private RunView $view,
	) {
	}

	/**
	 * @return array<string, mixed> see RunView
	 * @throws RunConflict
	 */
	public function resume(string $asker, string $id): array {
		$run = $this->access->visible($asker, $id);
		return $this->view->of($this->acts->work($run, $asker, [RunState::Paused, RunState::WaitingReconnect, RunState::WaitingRoom]), $asker);
	}

	/** An account is connected again: what waited for it goes on, one after the other. */
	public function connected(string $userId, string $connection): void {
		foreach ($this->access->waitingFor($userId, $connection) as $run) {
			try {
				$this->acts->work($run, $userId, [RunState::WaitingReconnect]);
			} catch (RunConflict) {
				// Another one works: the person resumes this one later.
				return;
			}
		}
	}
}
