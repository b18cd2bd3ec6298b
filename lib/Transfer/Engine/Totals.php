<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Engine;

use OCA\Compagnon\Transfer\Item\ItemRepository;
use OCA\Compagnon\Transfer\Item\ItemState;
use OCA\Compagnon\Transfer\Report\ReportRepository;
use OCA\Compagnon\Transfer\Run\RunCursor;

/** What a report keeps when the rows of the items are gone: numbers, and no name. */
final readonly class Totals {
	public function __construct(
		private ItemRepository $items,
		private ReportRepository $report,
	) {
	}

	/**
	 * @return array{
	 *   found: array{items: int, bytes: int},
	 *   moved: array{items: int, bytes: int},
	 *   states: array<string, array{items: int, bytes: int, declared: int}>,
	 *   reasons: list<array{state: string, code: string, items: int, bytes: int}>,
	 *   renamed: int,
	 *   complete: bool,
	 * }
	 */
	public function of(string $runId, RunCursor $cursor): array {
		$counts = $this->items->counts($runId);
		return [
			'found' => ['items' => $counts->allItems(), 'bytes' => $counts->allBytes()],
			'moved' => ['items' => $counts->items(ItemState::Verified), 'bytes' => $counts->bytes(ItemState::Verified)],
			'states' => $counts->states,
			'reasons' => $this->report->reasons($runId),
			'renamed' => $this->report->renamed($runId),
			'complete' => $counts->open() === 0 && $counts->allItems() === $cursor->items && $counts->declared() === $cursor->bytes,
		];
	}
}
