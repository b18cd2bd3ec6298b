<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer;

use OCA\Compagnon\Error\Refused;
use OCA\Compagnon\Port\Notifier;
use OCA\Compagnon\Port\People;
use OCA\Compagnon\Port\Urls;
use OCA\Compagnon\Transfer\Run\RunAccess;
use OCA\Compagnon\Transfer\Run\RunActs;
use OCA\Compagnon\Transfer\Run\RunConflict;
use OCA\Compagnon\Transfer\Run\RunState;
use OCA\Compagnon\Transfer\Run\RunView;

/** A member says no to what was proposed to them. */
final readonly class DeclineRun {
	public function __construct(
		private RunAccess $access,
		private RunActs $acts,
		private RunView $view,
		private People $people,
		private Notifier $notifier,
		private Urls $urls,
	) {
	}

	/**
	 * @return array<string, mixed> see RunView
	 * @throws Refused
	 * @throws RunConflict
	 */
	public function decline(string $asker, string $id): array {
		$run = $this->access->own($asker, $id);
		$declined = $this->acts->change($run, $asker, [RunState::Asked], RunState::Cancelled, 'declined');
		$this->notifier->withdraw($asker, $id);
		// Whoever proposed it may have left the space.
		if ($run->startedBy !== '') {
			$this->notifier->tell(
				$run->startedBy,
				$id,
				'{name} does not want the move that you have proposed. Nothing was brought.',
				['name' => $this->people->name($asker)],
				$this->urls->page('transfer?run=' . $id),
			);
		}
		return $this->view->of($declined, $asker);
	}
}
