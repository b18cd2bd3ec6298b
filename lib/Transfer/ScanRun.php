<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer;

use OCA\Compagnon\Error\Refused;
use OCA\Compagnon\Port\Clock;
use OCA\Compagnon\Transfer\Item\ItemRepository;
use OCA\Compagnon\Transfer\Run\RunAccess;
use OCA\Compagnon\Transfer\Run\RunActs;
use OCA\Compagnon\Transfer\Run\RunConflict;
use OCA\Compagnon\Transfer\Run\RunRepository;
use OCA\Compagnon\Transfer\Run\RunState;
use OCA\Compagnon\Transfer\Run\RunView;

/** Looks what there is, without moving anything; also again. */
final readonly class ScanRun {
	public function __construct(
		private RunAccess $access,
		private TransferRules $rules,
		private RunRepository $runs,
		private ItemRepository $items,
		private RunActs $acts,
		private RunView $view,
		private Clock $clock,
	) {
	}

	/**
	 * @return array<string, mixed> see RunView
	 * @throws Refused
	 * @throws RunConflict
	 */
	public function scan(string $asker, string $id): array {
		$run = $this->access->own($asker, $id);
		$this->rules->requireFor($run, $asker);
		$this->acts->mustBeAlone($run, $asker);
		if (!$this->runs->rewind($id, $this->clock->now())) {
			throw $this->acts->conflict($run, $asker);
		}
		$this->items->clear($id);
		return $this->view->of($this->acts->work($run, $asker, [RunState::Draft, RunState::Ready]), $asker);
	}
}
