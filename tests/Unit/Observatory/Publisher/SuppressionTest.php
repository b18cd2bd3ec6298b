<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Observatory\Publisher;

use OCA\Compagnon\Observatory\Publisher\Count\Rounding;
use OCA\Compagnon\Observatory\Publisher\Count\Suppression;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

#[CoversClass(Suppression::class)]
#[CoversClass(Rounding::class)]
final class SuppressionTest extends TestCase {
	public function testWhatIsShownIsNeverRoundedToLessThanK(): void {
		for ($count = 0; $count < 200; $count++) {
			self::assertSame(Rounding::cell($count) >= Rounding::K, Rounding::showsCell($count), (string)$count);
			self::assertSame(0, Rounding::cell($count) % 5);
			self::assertLessThanOrEqual(Rounding::CELL_OFF, abs(Rounding::cell($count) - $count));
			self::assertLessThanOrEqual(Rounding::TOTAL_OFF, abs(Rounding::total($count) - $count));
			self::assertSame($count >= 15 ? Rounding::total($count) : null, Rounding::shownTotal($count));
		}
	}

	public function testNeighboursAreCountedTogether(): void {
		self::assertSame([[0], [1], [2]], Suppression::groups([20, 13, 40]));
		self::assertSame([[0], [1, 2], [3]], Suppression::groups([20, 12, 40, 13]));
		self::assertSame([[0, 1], [2, 3]], Suppression::groups([12, 1, 13, 12]));
		self::assertSame([], Suppression::groups([12, 1, 12]));
		self::assertSame([], Suppression::groups([0, 0, 0]));
	}

	public function testASmallCellIsNeverHiddenAlone(): void {
		self::assertSame([0, 1, 2], Suppression::shown([20, 13, 40]));
		self::assertSame([2], Suppression::shown([20, 12, 40]));
		self::assertSame([1], Suppression::shown([20, 60, 5]));
		self::assertSame([0, 3], Suppression::shown([50, 9, 8, 60]));
		// 3 and 2 come to less than a cell has to have.
		self::assertSame([3], Suppression::shown([3, 2, 60, 80]));
		self::assertSame([], Suppression::shown([100, 3]));
	}

	public function testWhatHidesASmallCellIsTheSmallestOther(): void {
		self::assertSame([1, 2], Suppression::shown([6, 60, 40, 20]));
		self::assertSame([2], Suppression::shown([6, 27, 27]));
		self::assertSame([0, 1], Suppression::shown([130, 125, 55, 4, 7]));
	}

	public function testTwoCellsThatWouldHaveToBeFullAreNotHiddenByThemselves(): void {
		// 12 and 12 are all that two hidden cells can hold; the total must not be able to say so.
		$shown = Suppression::shown([12, 12, 14, 90]);
		self::assertNotContains(0, $shown);
		self::assertNotContains(1, $shown);
		foreach ([0, 1] as $place) {
			self::assertSame([], array_intersect([$place], $shown));
		}
	}

	public function testAnOptionNeedsBothSides(): void {
		self::assertTrue(Suppression::showsOption(13, 26));
		self::assertFalse(Suppression::showsOption(12, 60));
		self::assertFalse(Suppression::showsOption(48, 60));
	}
}
