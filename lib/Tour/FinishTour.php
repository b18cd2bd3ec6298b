<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tour;

use OCA\Compagnon\Error\NotFound;
use OCA\Compagnon\Port\Clock;

/** Ends a running tour. */
final readonly class FinishTour {
	public function __construct(
		private Tours $tours,
		private ProgressChange $change,
		private Clock $clock,
	) {
	}

	/**
	 * @throws NotFound when there is no such tour for this person
	 * @throws ProgressConflict when it is not running or went on elsewhere
	 */
	public function finish(string $userId, string $id, int $revision): Progress {
		$this->tours->get($userId, $id);
		$now = $this->clock->now();
		return $this->change->running($userId, $id, $revision, static fn (Progress $progress): Progress => $progress->finished($now));
	}
}
