<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer;

use OCA\Compagnon\Error\Invalid;
use OCA\Compagnon\Error\Refused;
use OCA\Compagnon\Transfer\Fault\Fault;
use OCA\Compagnon\Transfer\Fault\FaultRefusal;
use OCA\Compagnon\Transfer\Run\Run;
use OCA\Compagnon\Transfer\Run\RunAccess;
use OCA\Compagnon\Transfer\Run\RunActs;
use OCA\Compagnon\Transfer\Run\RunConflict;
use OCA\Compagnon\Transfer\Run\RunView;
use OCA\Compagnon\Transfer\Source\Sources;

/** The same once more, as a new draft: it brings only what is new or has changed at the source. */
final readonly class AgainRun {
	public function __construct(
		private RunAccess $access,
		private CreateRun $create,
		private ChooseRun $choose,
		private RunActs $acts,
		private Sources $sources,
	) {
	}

	/**
	 * @return array<string, mixed> the new one; see RunView
	 * @throws Refused
	 * @throws RunConflict while the first is not over
	 */
	public function again(string $asker, string $id): array {
		$run = $this->access->own($asker, $id);
		if (!$run->state->isEnd()) {
			throw $this->acts->conflict($run, $asker);
		}
		$old = $run->options;
		try {
			$new = $this->create->create($asker, $run->source, $this->accountOf($run), $old->archives, $old->target, null);
		} catch (Invalid $e) {
			throw new Refused($e->sentence, $e->values, $e);
		}
		$id = $new['id'];
		assert(is_string($id));
		return $this->choose->choose($asker, $id, $old->target, $old->choice, $old->conflicts, $old->safeNames);
	}

	private function accountOf(Run $run): ?string {
		try {
			return $this->sources->get($run->source)->needsConnection() ? $run->account : null;
		} catch (Fault $e) {
			throw FaultRefusal::of($e);
		}
	}
}
