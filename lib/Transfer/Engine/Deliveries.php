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
			$rows = [];
			foreach ($deliveries as $delivery) {
				$rows[$delivery->from->value . ' ' . $delivery->to->value][$delivery->item->key] = $this->row($slice, $delivery);
			}
			foreach ($rows as $states => $each) {
				[$from, $to] = array_map(ItemState::from(...), explode(' ', $states));
				if (!$this->items->changeEach($slice->run->id, $from, $to, $each)) {
					throw new LeaseLost();
				}
			}
			$this->map->remember($slice->run->userId, $slice->run->origin(), array_map($this->copy(...), $deliveries));
			$this->checkpoint->reach('noting');
		});
		foreach ($deliveries as $delivery) {
			if (!$delivery->stored->isFolder) {
				$this->staging->discard($delivery->item);
				$slice->cursor->noteVerified($this->clock->now(), $delivery->to === ItemState::Verified ? $delivery->stored->size : 0);
			}
		}
	}

	/** @return non-empty-array<string, string|int|null> */
	private function row(Slice $slice, Delivery $delivery): array {
		[$item, $stored] = [$delivery->item, $delivery->stored];
		return [
			'file_id' => $stored->id,
			'etag' => $stored->etag,
			'target_folder' => Paths::below($slice->run->options->target, Paths::parent($stored->path)),
			'target_name' => $stored->name(),
			'staged_bytes' => $stored->isFolder ? 0 : $stored->size,
			'hash_state' => null,
			'not_before' => 0,
			'code' => $item->code === 'lost' ? 'lost' : null,
		];
	}

	private function copy(Delivery $delivery): Copy {
		[$item, $stored] = [$delivery->item, $delivery->stored];
		$size = $stored->isFolder ? 0 : $stored->size;
		return new Copy($item->key, $stored->id, $stored->isFolder ? '' : $stored->etag, $size, $item->revision, $delivery->digest, $this->clock->now());
	}
}
