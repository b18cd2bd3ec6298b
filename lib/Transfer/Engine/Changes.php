<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Engine;

use OCA\Compagnon\Port\Database;
use OCA\Compagnon\Transfer\Fault\Fault;
use OCA\Compagnon\Transfer\Fault\FaultKind;
use OCA\Compagnon\Transfer\Item\Item;
use OCA\Compagnon\Transfer\Item\ItemRepository;
use OCA\Compagnon\Transfer\Source\FoundItem;
use OCA\Compagnon\Transfer\Source\LooksAgain;

/**
 * What came is not what was listed: either it was spoilt on its way, or somebody has changed it at its source since. Then
 * it comes as it is now; by what the list had said, it never could.
 */
final readonly class Changes {
	public function __construct(
		private Database $database,
		private ItemRepository $items,
	) {
	}

	/**
	 * @param Item $item that is being fetched
	 * @param Fault $fault why it did not come
	 * @return Fault the same, or a better one
	 * @throws LeaseLost
	 */
	public function explain(Slice $slice, Item $item, Fault $fault): Fault {
		if ($fault->kind !== FaultKind::Restart || $fault->reason !== 'checksum' || !$slice->source instanceof LooksAgain) {
			return $fault;
		}
		try {
			$now = $slice->source->look($slice->run->access(), $item);
		} catch (Fault $e) {
			return in_array($e->kind, [FaultKind::Vanished, FaultKind::Reconnect], true) ? $e : $fault;
		}
		if ($now->unsupported !== null) {
			return new Fault(FaultKind::Unsupported, $now->unsupported);
		}
		if ([$now->size, $now->hash] === [$item->size, $item->hash]) {
			return $fault;
		}
		$this->note($slice, $item, $now);
		return new Fault(FaultKind::Restart, 'changed', null, $fault);
	}

	/** What was found changes with it, so that the count still comes out even. */
	private function note(Slice $slice, Item $item, FoundItem $now): void {
		$this->database->transactional(function () use ($slice, $item, $now): void {
			if (!$this->items->listAgain($item->runId, $item->key, $now)) {
				throw new LeaseLost();
			}
			$slice->cursor->bytes += (int)$now->size - (int)$item->size;
			$slice->keep();
		});
	}
}
