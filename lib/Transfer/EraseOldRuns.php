<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer;

use OCA\Compagnon\Port\Clock;
use OCA\Compagnon\Transfer\Item\ItemRepository;
use OCA\Compagnon\Transfer\Run\RunRepository;

/** The rows of items go 90 days after the end of their run; the totals of the report stay. */
final readonly class EraseOldRuns {
	private const SECONDS = 90 * 86_400;

	public function __construct(
		private RunRepository $runs,
		private ItemRepository $items,
		private Clock $clock,
	) {
	}

	public function erase(): void {
		$now = $this->clock->now();
		foreach ($this->runs->endedBefore($now - self::SECONDS) as $run) {
			$this->items->clear($run->id);
			$this->runs->markErased($run->id, $now);
		}
	}
}
