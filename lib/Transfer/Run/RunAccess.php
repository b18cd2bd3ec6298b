<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Run;

use OCA\Compagnon\Error\NotFound;
use OCA\Compagnon\Error\Refused;

/** Finds a run for somebody, as far as it concerns them. */
final readonly class RunAccess {
	public function __construct(
		private RunRepository $runs,
	) {
	}

	/** @throws NotFound when it fills another space and somebody else began it */
	public function visible(string $userId, string $id): Run {
		$run = $this->runs->find($id);
		if ($run === null || ($run->userId !== $userId && $run->startedBy !== $userId)) {
			throw new NotFound('There is no such move any more. Reload the page to see those that are there.');
		}
		return $run;
	}

	/**
	 * @throws NotFound
	 * @throws Refused when it fills somebody else's space: what comes there is theirs to see and to decide
	 */
	public function own(string $userId, string $id): Run {
		$run = $this->visible($userId, $id);
		if ($run->userId !== $userId) {
			throw new Refused('Only the person whose files these are can do that, or see their names.');
		}
		return $run;
	}

	/** Whether somebody who looks after the space has begun something for this person that is not over. */
	public function hasProposal(string $userId): bool {
		return array_filter($this->runs->ofPerson($userId), static fn (Run $run): bool => $run->isProposal() && !$run->state->isEnd()) !== [];
	}

	/** @return list<Run> of the person that wait for this account to be connected again */
	public function waitingFor(string $userId, string $connection): array {
		return array_values(array_filter(
			$this->runs->ofPerson($userId),
			static fn (Run $run): bool => $run->account === $connection && $run->state === RunState::WaitingReconnect,
		));
	}
}
