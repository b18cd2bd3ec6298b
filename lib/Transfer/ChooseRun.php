<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer;

use OCA\Compagnon\Error\Invalid;
use OCA\Compagnon\Error\Refused;
use OCA\Compagnon\Port\Clock;
use OCA\Compagnon\Transfer\Item\ItemRepository;
use OCA\Compagnon\Transfer\Run\RunAccess;
use OCA\Compagnon\Transfer\Run\RunActs;
use OCA\Compagnon\Transfer\Run\RunConflict;
use OCA\Compagnon\Transfer\Run\RunRepository;
use OCA\Compagnon\Transfer\Run\RunState;
use OCA\Compagnon\Transfer\Run\RunView;
use OCA\Compagnon\Transfer\Run\TargetFolder;
use OCA\Compagnon\Transfer\Source\Choice;

/** What is to come, where to, and how. A choice after the scan makes the scan void. */
final readonly class ChooseRun {
	public function __construct(
		private RunAccess $access,
		private TransferRules $rules,
		private TargetFolder $target,
		private RunRepository $runs,
		private ItemRepository $items,
		private RunActs $acts,
		private RunView $view,
		private Clock $clock,
	) {
	}

	/**
	 * @param 'both'|'version' $conflicts
	 * @return array<string, mixed> see RunView
	 * @throws Invalid
	 * @throws Refused
	 * @throws RunConflict once it moves
	 */
	public function choose(string $asker, string $id, string $target, Choice $choice, string $conflicts, bool $safeNames): array {
		$run = $this->access->own($asker, $id);
		$this->rules->requireFor($run, $asker);
		$options = $run->options->choosing($this->target->checked($asker, $target), $choice, $conflicts, $safeNames);
		if ($run->state === RunState::Ready) {
			$run = $this->acts->change($run, $asker, [RunState::Ready], RunState::Draft);
			$this->runs->rewind($id, $this->clock->now());
			$this->items->clear($id);
		}
		if ($run->state !== RunState::Draft || !$this->runs->choose($id, $options, $this->clock->now())) {
			throw $this->acts->conflict($run, $asker);
		}
		return $this->view->of($this->acts->again($run), $asker);
	}
}
