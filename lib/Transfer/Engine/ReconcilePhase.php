<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Engine;

use OCA\Compagnon\Transfer\Fault\Fault;
use OCA\Compagnon\Transfer\Item\Item;
use OCA\Compagnon\Transfer\Item\ItemRepository;
use OCA\Compagnon\Transfer\Item\ItemState;
use OCA\Compagnon\Transfer\Target\FilesFault;

/** Looks once more at everything that was moved: what is not there any more comes a second time. */
final readonly class ReconcilePhase {
	private const BLOCK = 500;

	public function __construct(
		private ItemRepository $items,
		private MovePhase $move,
		private Presence $presence,
		private Checkpoint $checkpoint,
	) {
	}

	/**
	 * @throws Fault when it concerns the whole run
	 * @throws LeaseLost
	 * @throws Wished
	 */
	public function work(Slice $slice): PhaseEnd {
		while (true) {
			if ($this->items->counts($slice->run->id)->open() > 0) {
				$end = $this->move->work($slice);
				if ($end !== PhaseEnd::Done) {
					return $end;
				}
			}
			if (!$this->look($slice)) {
				return PhaseEnd::OutOfTime;
			}
			if (!$slice->cursor->missed) {
				return PhaseEnd::Done;
			}
			$slice->cursor->missed = false;
			$slice->cursor->checked = 0;
			$slice->keep();
		}
	}

	/** @return bool false when the time was over first */
	private function look(Slice $slice): bool {
		$this->presence->forget();
		while (($block = $this->items->afterPlace($slice->run->id, ItemState::Verified, $slice->cursor->checked, self::BLOCK)) !== []) {
			foreach ($block as [$place, $item]) {
				$slice->lease->beat();
				if (!$this->isThere($slice, $item)) {
					$this->missed($slice, $item);
				}
				$slice->cursor->checked = $place;
			}
			$slice->keep();
			$this->checkpoint->reach('looked');
			if ($slice->lease->isOver()) {
				return false;
			}
		}
		return true;
	}

	private function isThere(Slice $slice, Item $item): bool {
		try {
			return $this->presence->isThere($slice->run, $item);
		} catch (FilesFault $e) {
			throw TargetFaults::of($e);
		}
	}

	private function missed(Slice $slice, Item $item): void {
		$again = $item->code !== 'lost';
		$slice->cursor->missed = $slice->cursor->missed || $again;
		$this->items->change($item->runId, $item->key, ItemState::Verified, $again ? ItemState::Queued : ItemState::Failed, [
			'code' => $again ? 'lost' : 'lost_again',
			'file_id' => null,
			'replaces' => null,
			'attempts' => 0,
			'staged_bytes' => 0,
		]);
	}
}
