<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Fake;

use OCA\Compagnon\Transfer\Engine\Rest;

/** A rest that takes no time but on the clock. */
final class ClockRest extends Rest {
	public function __construct(
		private readonly FixedClock $clock,
	) {
	}

	#[\Override]
	public function take(float $seconds): void {
		$this->clock->advance((int)ceil($seconds));
	}
}
