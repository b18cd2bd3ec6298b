<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Openl;

use OCA\Compagnon\Openl\Malformed;
use OCA\Compagnon\Openl\Period;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

#[CoversClass(Period::class)]
final class PeriodTest extends TestCase {
	#[TestWith(['2026-Q1', '2026-01-01', '2026-03-31', '2026-Q2'])]
	#[TestWith(['2028-Q1', '2028-01-01', '2028-03-31', '2028-Q2'])]
	#[TestWith(['2026-Q2', '2026-04-01', '2026-06-30', '2026-Q3'])]
	#[TestWith(['2026-Q4', '2026-10-01', '2026-12-31', '2027-Q1'])]
	public function testItHasDaysAndANextOne(string $name, string $first, string $last, string $next): void {
		$period = new Period($name);

		self::assertSame("$first 00:00:00", gmdate('Y-m-d H:i:s', $period->firstDay()));
		self::assertSame("$last 00:00:00", gmdate('Y-m-d H:i:s', $period->lastDay()));
		self::assertSame($next, (string)$period->next());
	}

	public function testATimeIsInOneOfThem(): void {
		foreach (['2026-01-01 00:00:00', '2026-03-31 23:59:59', '2026-11-28 12:00:00', '2026-12-31 23:59:59'] as $at => $time) {
			$now = (int)strtotime("$time UTC");
			$period = Period::at($now);
			self::assertSame(['2026-Q1', '2026-Q1', '2026-Q4', '2026-Q4'][$at], $period->name);
			self::assertLessThanOrEqual($now, $period->firstDay());
			self::assertGreaterThan($now, $period->next()->firstDay());
		}
	}

	#[TestWith([''])]
	#[TestWith(['2026-Q5'])]
	#[TestWith(['2026-Q0'])]
	#[TestWith(['2026-4'])]
	#[TestWith(["2026-Q4\n"])]
	#[TestWith(['1999-Q4'])]
	#[TestWith(["2026-Q4'; DROP TABLE"])]
	public function testWhatIsNoneIsRefused(string $name): void {
		$this->expectException(Malformed::class);
		new Period($name);
	}
}
