<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Engine;

use OCA\Compagnon\Port\Clock;
use OCA\Compagnon\Port\Database;
use OCA\Compagnon\Transfer\Item\ItemRepository;
use OCA\Compagnon\Transfer\Item\ItemState;
use OCA\Compagnon\Transfer\Map\Copy;
use OCA\Compagnon\Transfer\Map\MapRepository;

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

	/** @throws LeaseLost */
	public function note(Slice $slice, Delivery $delivery): void {
		$this->noteAll($slice, [$delivery]);
	}

	/**
	 * All of them, or none.
	 *
	 * @param list<Delivery> $deliveries
	 * @throws LeaseLost
	 */
	public function noteAll(Slice $slice, array $deliveries): void {
		if ($deliveries === []) {
			return;
		}
		$this->database->transactional(function () use ($slice, $deliveries): void {
			foreach ($deliveries as $delivery) {
				$this->one($slice, $delivery);
			}
			$this->checkpoint->reach('noting');
		});
		foreach ($deliveries as $delivery) {
			if (!$delivery->stored->isFolder) {
				$this->staging->discard($delivery->item);
				$slice->cursor->noteVerified($this->clock->now(), $delivery->to === ItemState::Verified ? $delivery->stored->size : 0);
			}
		}
	}

	private function one(Slice $slice, Delivery $delivery): void {
		[$run, $item, $stored] = [$slice->run, $delivery->item, $delivery->stored];
		$size = $stored->isFolder ? 0 : $stored->size;
		$changed = $this->items->change($item->runId, $item->key, $delivery->from, $delivery->to, [
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
		$this->map->remember($run->userId, $run->origin(), new Copy($item->key, $stored->id, $stored->isFolder ? '' : $stored->etag, $size, $item->revision, $delivery->digest, $this->clock->now()));
	}
}
