<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Port\Clock;
use PHPUnit\Framework\TestCase;

/** What every Clock has to do. */
abstract class ClockContract extends TestCase {
	/** Set to the time of the test. */
	abstract protected function clock(): Clock;

	public function testGivesUtcSeconds(): void {
		$before = time();
		$zone = date_default_timezone_get();
		date_default_timezone_set('Pacific/Auckland');
		$now = $this->clock()->now();
		date_default_timezone_set($zone);

		self::assertGreaterThanOrEqual($before, $now);
		self::assertLessThanOrEqual(time(), $now);
	}

	public function testNeverGoesBack(): void {
		$clock = $this->clock();

		self::assertLessThanOrEqual($clock->now(), $clock->now());
	}
}
