<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer;

use OCA\Compagnon\Error\Refused;
use OCA\Compagnon\Port\Clock;
use OCA\Compagnon\Port\Jobs;
use OCA\Compagnon\Transfer\Item\ItemCounts;
use OCA\Compagnon\Transfer\Item\ItemRepository;
use OCA\Compagnon\Transfer\Item\ItemState;
use OCA\Compagnon\Transfer\Run\Run;
use OCA\Compagnon\Transfer\Run\RunAccess;
use OCA\Compagnon\Transfer\Run\RunActs;
use OCA\Compagnon\Transfer\Run\RunConflict;
use OCA\Compagnon\Transfer\Run\RunRepository;
use OCA\Compagnon\Transfer\Run\RunState;
use OCA\Compagnon\Transfer\Run\RunView;

/** Tries again what did not come. */
final readonly class RetryRun {
	public function __construct(
		private RunAccess $access,
		private TransferRules $rules,
		private RunRepository $runs,
		private ItemRepository $items,
		private RunActs $acts,
		private RunView $view,
		private Jobs $jobs,
		private Clock $clock,
	) {
	}

	/**
	 * @return array<string, mixed> see RunView
	 * @throws Refused
	 * @throws RunConflict when it is not over, or there is nothing to try again
	 */
	public function retry(string $asker, string $id): array {
		$run = $this->access->own($asker, $id);
		$this->rules->requireFor($run, $asker);
		$this->acts->mustBeAlone($run, $asker);
		if (!self::canRetry($run, $this->items->counts($id)) || !$this->runs->reopen($id, $this->clock->now())) {
			throw $this->acts->conflict($run, $asker);
		}
		$this->items->retryFailed($id);
		$this->jobs->schedule($id);
		return $this->view->of($this->acts->again($run), $asker);
	}

	/** Something failed, or had not had its turn when the run was stopped. */
	public static function canRetry(Run $run, ItemCounts $counts): bool {
		return in_array($run->state, [RunState::Partial, RunState::Failed, RunState::Cancelled], true)
			&& $run->startedAt !== null && $run->erasedAt === null
			&& $counts->items(ItemState::Failed, ItemState::Skipped) > 0;
	}
}
