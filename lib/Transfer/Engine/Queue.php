<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Engine;

use OCA\Compagnon\Port\Clock;
use OCA\Compagnon\Transfer\Item;
use OCA\Compagnon\Transfer\ItemKind;
use OCA\Compagnon\Transfer\ItemRepository;

/** What is next, read in blocks. */
final class Queue {
	private const BLOCK = 200;

	/** @var list<Item> */
	private array $block = [];
	private int $emptyAt = 0;

	public function __construct(
		private readonly string $runId,
		private readonly ItemRepository $items,
		private readonly Clock $clock,
	) {
	}

	public function first(): ?Item {
		if ($this->block === [] && $this->emptyAt !== $this->clock->now()) {
			$now = $this->clock->now();
			$this->block = $this->items->due($this->runId, $now, self::BLOCK);
			$this->emptyAt = $this->block === [] ? $now : 0;
		}
		return $this->block[0] ?? null;
	}

	public function shift(): ?Item {
		$this->first();
		return array_shift($this->block);
	}

	/** Whether the next one is a folder, which is made before anything comes. */
	public function hasFolder(): bool {
		return $this->first()?->kind === ItemKind::Folder;
	}

	public function forget(): void {
		$this->block = [];
		$this->emptyAt = 0;
	}
}
