<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Port\Clock;
use OCA\Compagnon\Tests\Fake\FixedClock;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(FixedClock::class)]
final class FakeClockTest extends ClockContract {
	#[\Override]
	protected function clock(): Clock {
		return new FixedClock(time());
	}
}
