<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Engine;

use OCA\Compagnon\Port\Clock;
use OCA\Compagnon\Port\Database;
use OCA\Compagnon\Transfer\Copy;
use OCA\Compagnon\Transfer\Item;
use OCA\Compagnon\Transfer\ItemRepository;
use OCA\Compagnon\Transfer\ItemState;
use OCA\Compagnon\Transfer\MapRepository;
use OCA\Compagnon\Transfer\Target\StoredFile;

/** Notes that an item is in the space, where, and what it is to be remembered by. */
final readonly class Deliveries {
	public function __construct(
		private Database $database,
		private ItemRepository $items,
		private MapRepository $map,
		private StagingFiles $staging,
		private Checkpoint $checkpoint,
		private Clock $clock,
	) {
	}

	/**
	 * @param ItemState $to verified, or identical when it was there before
	 * @param ?string $digest of a file
	 * @throws LeaseLost
	 */
	public function note(Slice $slice, Item $item, ItemState $from, ItemState $to, StoredFile $stored, ?string $digest): void {
		$run = $slice->run;
		$size = $stored->isFolder ? 0 : $stored->size;
		$this->database->transactional(function () use ($run, $item, $from, $to, $stored, $size, $digest): void {
			$changed = $this->items->change($item->runId, $item->key, $from, $to, [
				'file_id' => $stored->id,
				'etag' => $stored->etag,
				'target_folder' => Paths::below($run->options->target, Paths::parent($stored->path)),
				'target_name' => $stored->name(),
				'staged_bytes' => $size,
				'hash_state' => null,
				'not_before' => 0,
				'code' => $item->code === 'lost' ? 'lost' : null,
			]);
			if (!$changed) {
				throw new LeaseLost();
			}
			$this->map->remember($run->userId, $run->origin(), new Copy($item->key, $stored->id, $stored->isFolder ? '' : $stored->etag, $size, $item->revision, $digest, $this->clock->now()));
			$this->checkpoint->reach('noting');
		});
		if (!$stored->isFolder) {
			$this->staging->discard($item);
			$slice->cursor->noteVerified($this->clock->now(), $to === ItemState::Verified ? $size : 0);
		}
	}
}
