<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Fake;

use OCA\Compagnon\Port\Clock;

final class FixedClock implements Clock {
	public function __construct(
		public int $now = 1_800_000_000,
	) {
	}

	#[\Override]
	public function now(): int {
		return $this->now;
	}

	public function advance(int $seconds): void {
		$this->now += $seconds;
	}
}
