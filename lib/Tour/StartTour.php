<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tour;

use OCA\Compagnon\Error\NotFound;
use OCA\Compagnon\Port\Clock;

/** Starts a tour, or goes on where it was left. */
final readonly class StartTour {
	public function __construct(
		private Tours $tours,
		private ProgressChange $change,
		private StepMark $mark,
		private Clock $clock,
	) {
	}

	/**
	 * @param bool $again begin with the first step
	 * @throws NotFound when there is no such tour for this person
	 */
	public function start(string $userId, string $id, bool $again): Progress {
		$tour = $this->tours->get($userId, $id);
		return $this->change->always($userId, $id, function (Progress $now) use ($userId, $tour, $again): Progress {
			if (!$again && $this->canGoOn($now, $tour)) {
				return $now->resumed($this->clock->now());
			}
			$first = $tour->steps[0];
			return $now->at($first->id, $this->mark->take($userId, $first), $this->clock->now());
		});
	}

	/** A step that an update took away cannot be gone on with, nor one of a tour that was ended. */
	private function canGoOn(Progress $now, Tour $tour): bool {
		return $now->step !== null
			&& $tour->step($now->step) !== null
			&& $now->isUnderWay();
	}
}
