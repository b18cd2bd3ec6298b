<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer;

use OCA\Compagnon\Error\NotFound;
use OCA\Compagnon\Transfer\Run\RunAccess;
use OCA\Compagnon\Transfer\Run\RunActs;
use OCA\Compagnon\Transfer\Run\RunConflict;
use OCA\Compagnon\Transfer\Run\RunState;

/** Erases a run that is over or was never begun, at the wish of the person. The files stay. */
final readonly class ForgetRun {
	public function __construct(
		private RunAccess $access,
		private RunActs $acts,
		private EraseRun $erase,
	) {
	}

	/**
	 * @return int rows erased
	 * @throws NotFound also for whoever began it for somebody else: the report is that person's
	 * @throws RunConflict while it is not over
	 */
	public function forget(string $asker, string $id): int {
		$run = $this->access->visible($asker, $id);
		if ($run->userId !== $asker) {
			throw new NotFound('There is no such move of yours. Reload the page to see those that are there.');
		}
		if (!$run->state->isEnd() && $run->state !== RunState::Draft) {
			throw $this->acts->conflict($run, $asker);
		}
		return $this->erase->erase($run);
	}
}
