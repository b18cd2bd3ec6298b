<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer;

use OCA\Compagnon\Error\Refused;
use OCA\Compagnon\Port\Random;
use OCA\Compagnon\Transfer\Engine\RunSlice;
use OCA\Compagnon\Transfer\Run\RunAccess;
use OCA\Compagnon\Transfer\Run\RunActs;
use OCA\Compagnon\Transfer\Run\RunState;
use OCA\Compagnon\Transfer\Run\RunView;

/** An open page works on a run for some seconds, so that it goes on wherever the space's own clock is slow. */
final readonly class DriveSlice {
	private const SECONDS = 15;

	public function __construct(
		private RunAccess $access,
		private RunSlice $slice,
		private RunActs $acts,
		private RunView $view,
		private Random $random,
	) {
	}

	/**
	 * @return array<string, mixed> see RunView
	 * @throws Refused when it is somebody else's
	 */
	public function drive(string $asker, string $id): array {
		$run = $this->access->own($asker, $id);
		if ($run->state === RunState::Active) {
			$this->slice->work($id, 'page-' . $this->random->id(), self::SECONDS);
		}
		return $this->view->of($this->acts->again($run), $asker);
	}
}
