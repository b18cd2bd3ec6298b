<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer;

use OCA\Compagnon\Port\Clock;
use OCA\Compagnon\Port\Notifier;
use OCA\Compagnon\Transfer\Item\ItemRepository;
use OCA\Compagnon\Transfer\Run\Run;
use OCA\Compagnon\Transfer\Run\RunRepository;
use OCA\Compagnon\Transfer\Run\RunState;

/**
 * The rows of items go 90 days after the end of their run; the totals of the report stay. A run that was looked over and
 * never started is given up after the same time, since its rows say what somebody has elsewhere.
 */
final readonly class EraseOldRuns {
	private const SECONDS = 90 * 86_400;

	public function __construct(
		private RunRepository $runs,
		private ItemRepository $items,
		private Notifier $notifier,
		private Clock $clock,
	) {
	}

	public function erase(): void {
		$now = $this->clock->now();
		foreach ($this->runs->forgottenBefore($now - self::SECONDS) as $run) {
			if ($this->runs->transition($run->id, [$run->state], RunState::Cancelled, $now)) {
				$this->notifier->withdraw($run->userId, $run->id);
				$this->forget($run, $now);
			}
		}
		foreach ($this->runs->endedBefore($now - self::SECONDS) as $run) {
			$this->forget($run, $now);
		}
	}

	private function forget(Run $run, int $now): void {
		$this->items->clear($run->id);
		$this->runs->markErased($run->id, $now);
	}
}
