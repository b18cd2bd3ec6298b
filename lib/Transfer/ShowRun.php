<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer;

use OCA\Compagnon\Error\NotFound;
use OCA\Compagnon\Transfer\Run\RunAccess;
use OCA\Compagnon\Transfer\Run\RunView;

/** Where a run stands. */
final readonly class ShowRun {
	public function __construct(
		private RunAccess $access,
		private RunView $view,
	) {
	}

	/**
	 * @return array<string, mixed> see RunView
	 * @throws NotFound
	 */
	public function show(string $asker, string $id): array {
		return $this->view->of($this->access->visible($asker, $id), $asker);
	}
}
