<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Nextcloud;

use OCA\Compagnon\Nextcloud\SystemClock;
use OCA\Compagnon\Port\Clock;
use OCA\Compagnon\Tests\Contract\ClockContract;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(SystemClock::class)]
final class NextcloudClockTest extends ClockContract {
	#[\Override]
	protected function clock(): Clock {
		return Support::adapter(Clock::class);
	}
}
