<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer;

use OCA\Compagnon\Port\Jobs;
use OCA\Compagnon\Port\Notifier;
use OCA\Compagnon\Transfer\Item\ItemRepository;
use OCA\Compagnon\Transfer\Run\Run;
use OCA\Compagnon\Transfer\Run\RunRepository;

/** Erases a run with its items. What is known of the copies stays, so that a later run brings only what is new. */
final readonly class EraseRun {
	public function __construct(
		private RunRepository $runs,
		private ItemRepository $items,
		private Jobs $jobs,
		private Notifier $notifier,
	) {
	}

	/** @return int rows erased */
	public function erase(Run $run): int {
		$rows = $this->items->counts($run->id)->allItems();
		$this->items->clear($run->id);
		$this->runs->remove($run->id);
		$this->jobs->remove($run->id);
		$this->notifier->withdraw($run->userId, $run->id);
		$this->notifier->withdraw($run->startedBy, $run->id);
		return $rows + 1;
	}
}
