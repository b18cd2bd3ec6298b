<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Item;

/** How many items of a run are in which state, counted from their rows. */
final readonly class ItemCounts {
	/**
	 * @param array<string, array{items: int, bytes: int, declared: int}> $states by value of the state; bytes that came
	 *   where the source did not know how many, and declared those that the scan knew of
	 */
	public function __construct(
		public array $states,
	) {
	}

	public function items(ItemState ...$states): int {
		return $this->sum('items', $states);
	}

	public function bytes(ItemState ...$states): int {
		return $this->sum('bytes', $states);
	}

	/** Bytes of all items that the scan knew of, whatever became of them. */
	public function declared(): int {
		return $this->sum('declared', ItemState::cases());
	}

	public function allItems(): int {
		return $this->items(...ItemState::cases());
	}

	public function allBytes(): int {
		return $this->bytes(...ItemState::cases());
	}

	/** Items that are not at their end yet. */
	public function open(): int {
		return $this->items(...array_filter(ItemState::cases(), static fn (ItemState $state): bool => !$state->isEnd()));
	}

	/**
	 * @param 'items'|'bytes'|'declared' $what
	 * @param array<array-key, ItemState> $states
	 */
	private function sum(string $what, array $states): int {
		return array_sum(array_map(fn (ItemState $state): int => $this->states[$state->value][$what] ?? 0, $states));
	}
}
