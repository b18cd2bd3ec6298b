<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Engine;

use OCA\Compagnon\Port\Clock;
use OCA\Compagnon\Transfer\Item\Item;
use OCA\Compagnon\Transfer\Item\ItemKind;
use OCA\Compagnon\Transfer\Item\ItemRepository;
use OCA\Compagnon\Transfer\Item\ItemState;

/** What is next: read and claimed in blocks, so that a file does not cost a statement more. */
final class Queue {
	private const BLOCK = 100;

	/** @var list<Item> claimed, unless the first is a folder */
	private array $block = [];
	private int $emptyAt = 0;
	/** Behind what was claimed last: databases go through rows that have just left a state for as long as nobody has tidied up. */
	private int $place = 0;

	public function __construct(
		private readonly string $runId,
		private readonly ItemRepository $items,
		private readonly Clock $clock,
	) {
	}

	/** @throws LeaseLost */
	public function first(): ?Item {
		if ($this->block === [] && $this->emptyAt !== $this->clock->now()) {
			$now = $this->clock->now();
			$this->block = $this->claimed($this->due($now));
			$this->emptyAt = $this->block === [] ? $now : 0;
		}
		return $this->block[0] ?? null;
	}

	public function shift(): void {
		array_shift($this->block);
	}

	/** Whether the next one is a folder, which is made before anything comes. */
	public function hasFolder(): bool {
		return $this->first()?->kind === ItemKind::Folder;
	}

	/** Gives back what was claimed and not begun, and looks anew the next time. */
	public function release(): void {
		$this->items->changeAll($this->runId, array_map(static fn (Item $item): string => $item->key, $this->block), ItemState::Fetching, ItemState::Queued);
		$this->block = [];
		$this->emptyAt = 0;
		$this->place = 0;
	}

	/**
	 * What is tried again first, then the rest in its order.
	 *
	 * @return list<array{int, Item}> place and item
	 */
	private function due(int $now): array {
		$again = $this->items->again($this->runId, $now, self::BLOCK);
		if ($again !== []) {
			return array_map(fn (Item $item): array => [$this->place, $item], $again);
		}
		$due = $this->items->afterPlace($this->runId, ItemState::Queued, $this->place, self::BLOCK);
		return $due !== [] || $this->place === 0 ? $due : $this->items->afterPlace($this->runId, ItemState::Queued, 0, self::BLOCK);
	}

	/**
	 * @param list<array{int, Item}> $due
	 * @return list<Item> the files at its beginning, or one folder
	 */
	private function claimed(array $due): array {
		$files = [];
		foreach ($due as [$place, $item]) {
			if ($item->kind === ItemKind::Folder) {
				return $files === [] ? [$item] : $this->claim($files);
			}
			$files[] = $item;
			$this->place = $place;
		}
		return $this->claim($files);
	}

	/**
	 * @param list<Item> $files
	 * @return list<Item>
	 */
	private function claim(array $files): array {
		if ($this->items->changeAll($this->runId, array_map(static fn (Item $item): string => $item->key, $files), ItemState::Queued, ItemState::Fetching) !== count($files)) {
			throw new LeaseLost();
		}
		return $files;
	}
}
