<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Demo\Adapter\SystemClock;
use OCA\Compagnon\Port\Clock;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(SystemClock::class)]
final class DemoClockTest extends ClockContract {
	/** Its folder lives as long as this. */
	private DemoSpace $space;

	#[\Override]
	protected function clock(): Clock {
		$this->space = new DemoSpace();
		return $this->space->container->get(Clock::class);
	}
}
