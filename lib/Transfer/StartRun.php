<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer;

use OCA\Compagnon\Error\Refused;
use OCA\Compagnon\Error\Unavailable;
use OCA\Compagnon\Port\Clock;
use OCA\Compagnon\Port\Files;
use OCA\Compagnon\Transfer\Item\ItemRepository;
use OCA\Compagnon\Transfer\Item\ItemState;
use OCA\Compagnon\Transfer\Run\Run;
use OCA\Compagnon\Transfer\Run\RunAccess;
use OCA\Compagnon\Transfer\Run\RunActs;
use OCA\Compagnon\Transfer\Run\RunConflict;
use OCA\Compagnon\Transfer\Run\RunPhase;
use OCA\Compagnon\Transfer\Run\RunRepository;
use OCA\Compagnon\Transfer\Run\RunState;
use OCA\Compagnon\Transfer\Run\RunView;
use OCA\Compagnon\Transfer\Target\FilesFault;

/** Somebody has seen what the scan says, and says go. */
final readonly class StartRun {
	public function __construct(
		private RunAccess $access,
		private TransferRules $rules,
		private RunRepository $runs,
		private ItemRepository $items,
		private RunActs $acts,
		private RunView $view,
		private Files $files,
		private Clock $clock,
	) {
	}

	/**
	 * @return array<string, mixed> see RunView
	 * @throws Refused when it does not fit
	 * @throws RunConflict
	 */
	public function start(string $asker, string $id): array {
		$run = $this->access->own($asker, $id);
		$this->rules->requireFor($run, $asker);
		if ($run->state !== RunState::Ready) {
			throw $this->acts->conflict($run, $asker);
		}
		$this->mustFit($run);
		$this->runs->advance($id, RunPhase::Plan, RunPhase::Move, $this->clock->now());
		return $this->view->of($this->acts->work($run, $asker, [RunState::Ready]), $asker);
	}

	private function mustFit(Run $run): void {
		try {
			$free = $this->files->room($run->userId, $run->options->target);
		} catch (FilesFault $e) {
			throw Unavailable::storage($e);
		}
		if ($free !== null && $free < $this->items->counts($run->id)->bytes(ItemState::Queued)) {
			throw new Refused('There is not enough room in the space for all of this. Make room, ask for more, or choose less.');
		}
	}
}
