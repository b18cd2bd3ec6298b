<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Engine;

use OCA\Compagnon\Port\Files;
use OCA\Compagnon\Transfer\Hash\Hashers;
use OCA\Compagnon\Transfer\Item\Item;
use OCA\Compagnon\Transfer\Item\ItemRepository;
use OCA\Compagnon\Transfer\Item\ItemState;
use OCA\Compagnon\Transfer\Target\FilesFault;
use OCA\Compagnon\Transfer\Target\StoredFile;

/** Settles what a worker left that was cut off. */
final readonly class Recovery {
	private const BLOCK = 100;

	public function __construct(
		private Files $files,
		private ItemRepository $items,
		private Verifier $verifier,
		private Deliveries $deliveries,
		private Checkpoint $checkpoint,
	) {
	}

	public function settle(Slice $slice, TargetFolders $folders): void {
		$run = $slice->run->id;
		$this->items->putBack($run, ItemState::Fetching, ItemState::Queued);
		while (($left = $this->items->inState($run, ItemState::Writing, '', self::BLOCK)) !== []) {
			foreach ($left as $item) {
				$slice->lease->beat();
				$this->one($slice, $folders, $item);
				$this->checkpoint->reach('recovered');
			}
		}
	}

	private function one(Slice $slice, TargetFolders $folders, Item $item): void {
		try {
			$digest = Hashers::resume(Checksum::of($item), (string)$item->hashState)->digest();
			$there = $this->there($slice, $folders, $item);
			// A time that is not set yet is set when it is written again.
			$isDone = $there !== null && ($item->modifiedAt === null || $item->modifiedAt === $there->modifiedAt)
				&& $this->verifier->holds($slice->run->userId, $there, $item->stagedBytes, Checksum::of($item), $digest, $slice->lease);
			if ($isDone) {
				$this->deliveries->note($slice, new Delivery($item, ItemState::Writing, ItemState::Verified, $there, $digest));
				return;
			}
		} catch (FilesFault|\UnexpectedValueException) {
			// Whatever is the matter with it there, writing it again will tell.
		}
		if (!$this->items->change($item->runId, $item->key, ItemState::Writing, ItemState::Queued, ['code' => 'interrupted'])) {
			throw new LeaseLost();
		}
	}

	/** @throws FilesFault */
	private function there(Slice $slice, TargetFolders $folders, Item $item): ?StoredFile {
		if ($item->replaces !== null) {
			return $this->files->byId($slice->run->userId, $item->replaces);
		}
		return $this->files->find($slice->run->userId, Paths::join($folders->of($item->parentKey), $item->targetName ?? '_'));
	}
}
