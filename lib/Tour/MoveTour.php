<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tour;

use OCA\Compagnon\Error\Invalid;
use OCA\Compagnon\Error\NotFound;
use OCA\Compagnon\Port\Clock;

/** Opens another step of a running tour. */
final readonly class MoveTour {
	public function __construct(
		private Tours $tours,
		private ProgressChange $change,
		private StepMark $mark,
		private Clock $clock,
	) {
	}

	/**
	 * @throws NotFound when there is no such tour for this person
	 * @throws Invalid when the tour has no such step
	 * @throws ProgressConflict when it is not running or went on elsewhere
	 */
	public function move(string $userId, string $id, string $stepId, int $revision): Progress {
		$step = $this->tours->get($userId, $id)->step($stepId)
			?? throw new Invalid('step', 'This tour has no such step any more. Reload the page to go on.');
		return $this->change->running($userId, $id, $revision, fn (Progress $now): Progress => $now->at(
			$step->id,
			$this->mark->take($userId, $step),
			$this->clock->now(),
		));
	}
}
