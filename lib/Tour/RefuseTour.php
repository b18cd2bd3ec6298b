<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tour;

use OCA\Compagnon\Error\NotFound;
use OCA\Compagnon\Port\Clock;

/** "Not for me": the tour is not proposed again, and stays in the list for whoever changes their mind. */
final readonly class RefuseTour {
	public function __construct(
		private Tours $tours,
		private ProgressChange $change,
		private Clock $clock,
	) {
	}

	/** @throws NotFound when there is no such tour for this person */
	public function refuse(string $userId, string $id): Progress {
		$this->tours->get($userId, $id);
		$now = $this->clock->now();
		return $this->change->always(
			$userId,
			$id,
			static fn (Progress $progress): Progress => $progress->state === ProgressState::Refused ? $progress : $progress->refused($now),
		);
	}
}
