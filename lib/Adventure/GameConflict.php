<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Adventure;

use OCA\Compagnon\Error\Conflict;

/** Somebody, perhaps another tab of the same person, was faster with a story. */
final class GameConflict extends Conflict {
	/** @param array<string, mixed> $game all of it, as openapi.json has it */
	public function __construct(
		private readonly array $game,
	) {
		parent::__construct('This went on in another window. Here is where it stands now.');
	}

	#[\Override]
	public function now(): array {
		return ['game' => $this->game];
	}
}
