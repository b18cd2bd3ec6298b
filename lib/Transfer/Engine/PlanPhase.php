<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Engine;

use OCA\Compagnon\Port\Files;
use OCA\Compagnon\Transfer\Fault\Fault;
use OCA\Compagnon\Transfer\Item\Item;
use OCA\Compagnon\Transfer\Item\ItemRepository;
use OCA\Compagnon\Transfer\Item\ItemState;
use OCA\Compagnon\Transfer\Item\ItemTree;
use OCA\Compagnon\Transfer\Target\FilesFault;

/** Gives everything its name and place, folder by folder from the top, and says whether there is room. Touches nothing. */
final readonly class PlanPhase {
	/** What is always left free. */
	private const RESERVE = 0.05;

	public function __construct(
		private Files $files,
		private ItemRepository $items,
		private ItemTree $tree,
		private FolderPlan $plan,
		private Checkpoint $checkpoint,
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
			$parents = $this->tree->nextParents($slice->run->id);
			if ($parents === [] && !$this->tree->cutCircle($slice->run->id)) {
				return $this->finish($slice);
			}
			foreach ($parents as $parent) {
				$this->plan($slice, $parent);
				$this->checkpoint->reach('planned');
				if ($slice->lease->isOver()) {
					return PhaseEnd::OutOfTime;
				}
			}
		}
		return PhaseEnd::OutOfTime;
	}

	/** Whether what is to come fits; yes where no limit is known. */
	public static function hasRoom(?int $needed, ?int $free): bool {
		return $free === null || (int)$needed <= $free * (1 - self::RESERVE);
	}

	/** @throws Fault */
	private function plan(Slice $slice, ?Item $folder): void {
		try {
			$this->plan->plan($slice, $folder);
		} catch (FilesFault $e) {
			throw TargetFaults::of($e);
		}
	}

	private function finish(Slice $slice): PhaseEnd {
		$slice->cursor->needed = $this->items->counts($slice->run->id)->bytes(ItemState::Queued);
		try {
			$slice->cursor->free = $this->room($slice->run->userId, $slice->run->options->target);
		} catch (FilesFault $e) {
			throw TargetFaults::of($e);
		}
		$slice->keep();
		return PhaseEnd::Done;
	}

	/** @throws FilesFault */
	private function room(string $userId, string $path): ?int {
		while ($path !== '' && $this->files->find($userId, $path) === null) {
			$path = Paths::parent($path);
		}
		return $this->files->room($userId, $path);
	}
}
