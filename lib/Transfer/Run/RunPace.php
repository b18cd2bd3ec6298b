<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Run;

use OCA\Compagnon\Transfer\Item\ItemCounts;
use OCA\Compagnon\Transfer\Item\ItemState;

/** How fast a run goes, and how long it takes; never more exact than anybody can know. */
final readonly class RunPace {
	/** What a run does before it has shown what it can. */
	private const ITEMS_A_SECOND = 20;
	private const BYTES_A_SECOND = 5_000_000;
	/** With less behind it, its own speed says nothing. */
	private const LEAST_SECONDS = 5;

	private const LEFT = [ItemState::Queued, ItemState::Fetching, ItemState::Writing];

	private function __construct(
		public ?int $speed,
		public ?int $secondsLeft,
		public ?int $estimate,
	) {
	}

	public static function of(Run $run, ItemCounts $counts, int $now): self {
		$items = $counts->items(...self::LEFT);
		$bytes = $counts->bytes(...self::LEFT);
		$estimate = $run->phase === RunPhase::Scan ? null : self::seconds($items, $bytes, self::ITEMS_A_SECOND, self::BYTES_A_SECOND);
		$elapsed = $now - ($run->startedAt ?? $now);
		if ($run->state !== RunState::Active || $run->phase !== RunPhase::Move || $elapsed < self::LEAST_SECONDS) {
			return new self(null, null, $estimate);
		}
		$speed = RunCursor::of($run->cursor)->speed($now);
		return new self($speed, self::seconds($items, $bytes, $counts->items(ItemState::Verified) / $elapsed, $speed), $estimate);
	}

	/** @return ?int whichever takes longer, the number of things or their size; null when it does not move */
	private static function seconds(int $items, int $bytes, float $itemsASecond, float $bytesASecond): ?int {
		if (($items > 0 && $itemsASecond <= 0.0) || ($bytes > 0 && $bytesASecond <= 0.0)) {
			return null;
		}
		return (int)ceil(max($items === 0 ? 0 : $items / $itemsASecond, $bytes === 0 ? 0 : $bytes / $bytesASecond));
	}
}
