<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Engine;

use OCA\Compagnon\Port\Clock;
use OCA\Compagnon\Port\Database;
use OCA\Compagnon\Transfer\Fault\Fault;
use OCA\Compagnon\Transfer\Fault\FaultKind;
use OCA\Compagnon\Transfer\Item\Item;
use OCA\Compagnon\Transfer\Item\ItemKind;
use OCA\Compagnon\Transfer\Item\ItemRepository;
use OCA\Compagnon\Transfer\Item\ItemTree;
use OCA\Compagnon\Transfer\Source\Page;

/** Lists what the source has, page by page; a page and where the next one begins are kept together. */
final readonly class ScanPhase {
	private const MAX_RESTARTS = 5;
	private const MAX_FAULTS = 30;
	private const LONGEST_WAIT = 300;
	private const REST_SECONDS = 0.25;

	public function __construct(
		private Database $database,
		private ItemRepository $items,
		private ItemTree $tree,
		private Checkpoint $checkpoint,
		private Rest $rest,
		private Clock $clock,
	) {
	}

	/**
	 * @throws Fault when it concerns the whole run
	 * @throws LeaseLost
	 * @throws Wished
	 */
	public function work(Slice $slice): PhaseEnd {
		while (!$slice->lease->isOver()) {
			$slice->lease->beat();
			if ($slice->notBefore !== null && $slice->notBefore > $this->clock->now()) {
				if ($slice->notBefore - $this->clock->now() > $slice->lease->left()) {
					return PhaseEnd::Waiting;
				}
				$this->rest->take(self::REST_SECONDS);
				continue;
			}
			$slice->notBefore = null;
			$page = $this->page($slice);
			if ($page !== null && $this->take($slice, $page)) {
				$this->finish($slice);
				return PhaseEnd::Done;
			}
		}
		return PhaseEnd::OutOfTime;
	}

	/** @return ?Page null when the provider could not be asked now, or begins anew */
	private function page(Slice $slice): ?Page {
		try {
			$page = $slice->source->list($slice->run->access(), $slice->run->options->choice, $slice->cursor->page);
			$slice->cursor->faults = 0;
			return $page;
		} catch (Fault $e) {
			match ($e->kind) {
				FaultKind::Again, FaultKind::Throttled => $this->later($slice, $e),
				FaultKind::Restart => $this->restart($slice),
				default => throw $e,
			};
			return null;
		}
	}

	/** @return bool whether it was the last one */
	private function take(Slice $slice, Page $page): bool {
		$this->checkpoint->reach('listed');
		if ($page->restart) {
			$this->restart($slice);
			if ($page->items === [] && $page->next === null) {
				return false;
			}
		}
		$run = $slice->run->id;
		$this->database->transactional(function () use ($slice, $page, $run): void {
			$gone = [];
			foreach ($page->gone as $id) {
				$gone[] = Item::keyOf(ItemKind::File, $id);
				$gone[] = Item::keyOf(ItemKind::Folder, $id);
			}
			$this->items->withdraw($run, $gone);
			$slice->cursor->place = $this->items->note($run, $page->items, $slice->cursor->place);
			$slice->cursor->page = $page->next;
			$slice->cursor->broken = 0;
			$this->checkpoint->reach('page noted');
			$slice->keep();
		});
		$this->checkpoint->reach('page kept');
		return $page->next === null;
	}

	private function restart(Slice $slice): void {
		if (++$slice->cursor->restarts > self::MAX_RESTARTS) {
			throw new Fault(FaultKind::Final, 'bad_answer');
		}
		$this->database->transactional(function () use ($slice): void {
			$this->items->clear($slice->run->id);
			$slice->cursor->page = null;
			$slice->cursor->place = 1;
			$slice->keep();
		});
	}

	private function later(Slice $slice, Fault $fault): void {
		if ($fault->kind === FaultKind::Again && ++$slice->cursor->faults > self::MAX_FAULTS) {
			throw new Fault(FaultKind::Final, $fault->reason, null, $fault);
		}
		$wait = $fault->waitSeconds ?? min(self::LONGEST_WAIT, 2 ** min(9, max(0, $slice->cursor->faults - 1)));
		$slice->notBefore = $this->clock->now() + max(1, $wait);
		$slice->keep();
	}

	private function finish(Slice $slice): void {
		$this->tree->liftOrphans($slice->run->id);
		$counts = $this->items->counts($slice->run->id);
		$slice->cursor->items = $counts->allItems();
		$slice->cursor->bytes = $counts->declared();
		$slice->keep();
	}
}
