<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tour;

use OCA\Compagnon\Error\Invalid;
use OCA\Compagnon\Error\NotFound;
use OCA\Compagnon\Port\SpaceFacts;

/** Whether what the open step asks for has come true. Only the open step may be asked about. */
final readonly class CheckFact {
	public function __construct(
		private Tours $tours,
		private ProgressRepository $progress,
		private SpaceFacts $facts,
	) {
	}

	/**
	 * @throws NotFound when there is no such tour for this person
	 * @throws Invalid when the step waits for no fact
	 * @throws ProgressConflict when another step is open
	 */
	public function check(string $userId, string $id, string $stepId): bool {
		$fact = $this->tours->get($userId, $id)->step($stepId)?->ending->fact
			?? throw new Invalid('step', 'This step does not wait for anything.');
		$now = $this->progress->find($userId, $id) ?? new Progress($id, ProgressState::Offered);
		if ($now->state !== ProgressState::Running || $now->step !== $stepId || $now->mark === null) {
			throw new ProgressConflict($now);
		}
		return $this->facts->holdsSince($userId, $fact, $now->mark);
	}
}
