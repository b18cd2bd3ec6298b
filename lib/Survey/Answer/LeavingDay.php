<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Survey\Answer;

use OCA\Compagnon\Port\Clock;
use OCA\Compagnon\Port\Random;
use OCA\Compagnon\Survey\Day;
use OCA\Compagnon\Survey\SpaceKey;

/**
 * When sealed answers leave: at the space's own moment of one of the next days, drawn so that it is between 1 and 72
 * hours away. Only the day is kept, so nobody reads from the queue when somebody answered.
 */
final readonly class LeavingDay {
	private const LEAST = 3_600;
	private const MOST = 259_200;
	private const DAYS = 4;

	public function __construct(
		private SpaceKey $key,
		private Clock $clock,
		private Random $random,
	) {
	}

	public function draw(): int {
		$days = $this->possible();
		return $days[$this->random->between(0, count($days) - 1)];
	}

	/** @return non-empty-list<int> two at least, as what is possible lasts nearly three days */
	public function possible(): array {
		$now = $this->clock->now();
		$today = Day::of($now);
		$days = array_filter(range($today, $today + self::DAYS), function (int $day) use ($now): bool {
			$seconds = $this->moment($day) - $now;
			return $seconds >= self::LEAST && $seconds <= self::MOST;
		});
		return $days === [] ? [$today + 1] : array_values($days);
	}

	/** @return int UTC seconds at which the space sends on that day; every space has its own */
	public function moment(int $day): int {
		return Day::begins($day) + $this->key->slot("day|$day", Day::SECONDS);
	}

	/** @return int the last day whose moment is over: today, or yesterday when the job came too late for it */
	public function lastMomentDay(): int {
		$today = Day::of($this->clock->now());
		return $this->moment($today) <= $this->clock->now() ? $today : $today - 1;
	}
}
