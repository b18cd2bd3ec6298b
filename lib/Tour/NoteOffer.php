<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tour;

use OCA\Compagnon\Error\NotFound;
use OCA\Compagnon\Port\Clock;

/** Notes that the offer of a tour was seen, so that it is not made again. */
final readonly class NoteOffer {
	public function __construct(
		private Tours $tours,
		private ProgressChange $change,
		private Clock $clock,
	) {
	}

	/** @throws NotFound when there is no such tour for this person */
	public function note(string $userId, string $id): Progress {
		$this->tours->get($userId, $id);
		$now = $this->clock->now();
		return $this->change->always($userId, $id, static function (Progress $progress) use ($now): Progress {
			$isNew = $progress->revision === 0;
			$isDue = $progress->state === ProgressState::Offered && $progress->quietUntil !== null && $progress->quietUntil <= $now;
			return $isNew || $isDue ? $progress->offered($now) : $progress;
		});
	}
}
