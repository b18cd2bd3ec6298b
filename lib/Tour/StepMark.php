<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tour;

use OCA\Compagnon\Error\Unavailable;
use OCA\Compagnon\Port\SpaceFacts;

/** How the space is when a step is opened; only steps that wait for a fact need to know. */
final readonly class StepMark {
	public function __construct(
		private SpaceFacts $facts,
	) {
	}

	/** @throws Unavailable when the storage does not answer */
	public function take(string $userId, Step $step): ?string {
		return $step->ending->fact === null ? null : $this->facts->mark($userId, $step->ending->fact);
	}
}
