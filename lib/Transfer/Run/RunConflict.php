<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Run;

use OCA\Compagnon\Error\Conflict;

/** A run is not in the state that a request needs. */
final class RunConflict extends Conflict {
	/** @param array<string, mixed> $run as whoever asks may see it */
	public function __construct(
		public readonly array $run,
		string $sentence,
	) {
		parent::__construct($sentence);
	}

	#[\Override]
	public function now(): array {
		return ['run' => $this->run];
	}
}
