<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tour;

use OCA\Compagnon\Error\Conflict;

/** Somebody, perhaps another tab of the same person, was faster with a tour. */
final class ProgressConflict extends Conflict {
	public function __construct(
		public readonly Progress $progress,
		string $sentence = 'This went on in another window. Here is where it stands now.',
	) {
		parent::__construct($sentence);
	}

	#[\Override]
	public function now(): array {
		return ['progress' => $this->progress->toArray()];
	}
}
