<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tour\Check;

use OCA\Compagnon\Error\Invalid;
use OCA\Compagnon\Error\NotFound;
use OCA\Compagnon\Tour\Tours;

/** Counts that a member did not find what a step points at; not who. */
final readonly class NoteMissing {
	public function __construct(
		private Tours $tours,
		private MissingTargets $missing,
	) {
	}

	/**
	 * @throws NotFound when there is no such tour for this person
	 * @throws Invalid when it has no such step, or one that points at nothing
	 */
	public function note(string $userId, string $id, string $stepId): void {
		$tour = $this->tours->get($userId, $id);
		$anchor = $tour->step($stepId)->anchor ?? throw new Invalid('step', 'This step points at nothing.');
		$this->missing->count($tour->id, $stepId, $anchor);
	}
}
