<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Engine;

use OCA\Compagnon\Port\Clock;
use OCA\Compagnon\Port\Files;
use OCA\Compagnon\Transfer\Item\Item;
use OCA\Compagnon\Transfer\Item\ItemRepository;
use OCA\Compagnon\Transfer\Item\ItemState;
use OCA\Compagnon\Transfer\Target\FilesFault;
use OCA\Compagnon\Transfer\Target\FilesFaultKind;

/** Makes the folders of a run, the empty ones too. */
final readonly class FolderMaker {
	private const BLOCK = 100;

	public function __construct(
		private Files $files,
		private ItemRepository $items,
		private Deliveries $deliveries,
		private OtherName $otherName,
		private ItemFaults $faults,
		private Checkpoint $checkpoint,
		private Clock $clock,
	) {
	}

	/** Makes what is due, or as much of it as there is time for. */
	public function make(Slice $slice, TargetFolders $folders): void {
		do {
			$due = $this->items->dueFolders($slice->run->id, $this->clock->now(), self::BLOCK);
			foreach ($due as $item) {
				$slice->lease->beat();
				if ($slice->lease->isOver()) {
					return;
				}
				try {
					$this->one($slice, $folders, $item);
				} catch (FilesFault $e) {
					$this->faults->settle($item, ItemState::Queued, TargetFaults::of($e));
				}
			}
		} while ($due !== []);
	}

	/** @throws FilesFault */
	private function one(Slice $slice, TargetFolders $folders, Item $item): void {
		$parent = $folders->of($item->parentKey);
		try {
			$made = $this->files->makeFolder($slice->run->userId, Paths::join($parent, $item->targetName ?? '_'));
		} catch (FilesFault $e) {
			if ($e->kind !== FilesFaultKind::Taken) {
				throw $e;
			}
			$item = $this->otherName->give($slice, $item, ItemState::Queued, $parent);
			$made = $this->files->makeFolder($slice->run->userId, Paths::join($parent, $item->targetName ?? '_'));
		}
		$this->checkpoint->reach('folder made');
		$this->deliveries->note($slice, new Delivery($item, ItemState::Queued, ItemState::Verified, $made, null));
	}
}
