<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tour;

use OCA\Compagnon\Error\NotFound;
use OCA\Compagnon\Port\Clock;

/** "Later": nothing is proposed for some days. */
final readonly class SnoozeTour {
	private const DAY = 86_400;

	public function __construct(
		private Tours $tours,
		private ProgressChange $change,
		private Clock $clock,
	) {
	}

	/**
	 * @param int $days of silence
	 * @throws NotFound when there is no such tour for this person
	 */
	public function snooze(string $userId, string $id, int $days): Progress {
		$this->tours->get($userId, $id);
		$now = $this->clock->now();
		$until = $now + $days * self::DAY;
		return $this->change->always($userId, $id, static fn (Progress $progress): Progress => match ($progress->state) {
			ProgressState::Running, ProgressState::Paused => $progress->paused($now, $until),
			ProgressState::Offered => $progress->putOff($now, $until),
			ProgressState::Finished, ProgressState::Refused => $progress,
		});
	}
}
