<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Fake;

use OCA\Compagnon\Observatory\Publisher\Ballots;
use OCA\Compagnon\Observatory\Publisher\Issued;

/** Reports of a wave, by stratum. */
final class FakeBallots implements Ballots, Issued {
	/** @var list<string> waves that were erased */
	public array $erased = [];

	/**
	 * @param array<string, list<array<string, mixed>>> $ballots
	 * @param array<string, int> $tokens
	 */
	public function __construct(
		public array $ballots = [],
		public array $tokens = [],
	) {
	}

	#[\Override]
	public function of(string $survey, string $period, string $kind, string $stratum): iterable {
		return $this->ballots[$stratum] ?? [];
	}

	#[\Override]
	public function erase(string $survey, string $period): void {
		$this->erased[] = "$survey $period";
	}

	#[\Override]
	public function tokens(string $survey, string $period, string $kind, string $stratum): int {
		return $this->tokens[$stratum] ?? 0;
	}
}
