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
use OCA\Compagnon\Port\Notifier;
use OCA\Compagnon\Port\People;
use OCA\Compagnon\Port\Urls;
use OCA\Compagnon\Transfer\Fault\Fault;
use OCA\Compagnon\Transfer\Fault\FaultRefusal;
use OCA\Compagnon\Transfer\Run\RunAccess;
use OCA\Compagnon\Transfer\Run\RunActs;
use OCA\Compagnon\Transfer\Run\RunConflict;
use OCA\Compagnon\Transfer\Run\RunInputs;
use OCA\Compagnon\Transfer\Run\RunRepository;
use OCA\Compagnon\Transfer\Run\RunState;
use OCA\Compagnon\Transfer\Run\RunView;
use OCA\Compagnon\Transfer\Source\Sources;

/** A member says yes to what was proposed to them, and with which account or archives. From then on it is theirs. */
final readonly class AcceptRun {
	public function __construct(
		private RunAccess $access,
		private Sources $sources,
		private RunInputs $inputs,
		private RunRepository $runs,
		private RunActs $acts,
		private RunView $view,
		private People $people,
		private Notifier $notifier,
		private Urls $urls,
		private Clock $clock,
	) {
	}

	/**
	 * @param ?string $connection null for the one that was connected last
	 * @param ?list<int> $archives null for those that were proposed
	 * @return array<string, mixed> see RunView
	 * @throws Invalid when there is nothing to read from
	 * @throws Refused
	 * @throws RunConflict
	 */
	public function accept(string $asker, string $id, ?string $connection, ?array $archives): array {
		$run = $this->access->own($asker, $id);
		if ($run->state !== RunState::Asked) {
			throw $this->acts->conflict($run, $asker);
		}
		try {
			$source = $this->sources->get($run->source);
		} catch (Fault $e) {
			throw FaultRefusal::of($e);
		}
		[$account, $options] = $this->inputs->fill($asker, $source, $connection, $archives ?? $run->options->archives, $run->options);
		if (!$this->runs->accept($id, $account, $options, $this->clock->now())) {
			throw $this->acts->conflict($run, $asker);
		}
		$this->notifier->withdraw($asker, $id);
		// Whoever proposed it may have left the space.
		if ($run->startedBy !== '') {
			$this->notifier->tell(
				$run->startedBy,
				$id,
				'{name} has accepted the move that you have proposed.',
				['name' => $this->people->name($asker)],
				$this->urls->page('transfer?run=' . $id),
			);
		}
		return $this->view->of($this->acts->again($run), $asker);
	}
}
