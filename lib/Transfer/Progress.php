<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer;

use OCA\Compagnon\Port\Clock;

/** How far a run has come, in numbers and a few names. */
final readonly class Progress {
	private const NAMES = 4;

	public function __construct(
		private ItemRepository $items,
		private ItemReport $report,
		private Clock $clock,
	) {
	}

	/** @return array{counts: ItemCounts, speed: int, secondsLeft: ?int} speed in bytes each second; null while nobody can say */
	public function of(Run $run): array {
		$counts = $this->items->counts($run->id);
		$isMoving = $run->state === RunState::Active && $run->phase === RunPhase::Move;
		$speed = $isMoving ? RunCursor::of($run->cursor)->speed($this->clock->now()) : 0;
		$left = $counts->bytes(ItemState::Queued, ItemState::Fetching, ItemState::Writing);
		return ['counts' => $counts, 'speed' => $speed, 'secondsLeft' => $speed === 0 ? null : intdiv($left, $speed)];
	}

	/** @return list<string> names of what is under way: for the person whose files these are, and nobody else */
	public function current(Run $run): array {
		return $run->state === RunState::Active ? $this->report->current($run->id, self::NAMES) : [];
	}
}
