<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Publisher\Count;

/**
 * The smallest number that is shown, and how numbers are rounded. What would be rounded to less than K is not shown either,
 * so that no number under K stands anywhere: that takes 13 in a cell and 15 in a total.
 */
final readonly class Rounding {
	public const K = 11;
	public const CELLS = 5;
	public const TOTALS = 10;
	/** Most that a rounded number is off. */
	public const CELL_OFF = 2;
	public const TOTAL_OFF = 5;
	/** Least count in a cell that is shown. */
	public const LEAST = 13;

	public static function cell(int $count): int {
		return intdiv($count + self::CELL_OFF, self::CELLS) * self::CELLS;
	}

	public static function total(int $count): int {
		return intdiv($count + self::TOTAL_OFF, self::TOTALS) * self::TOTALS;
	}

	public static function showsCell(int $count): bool {
		return $count >= self::LEAST;
	}

	/** @return ?int rounded; null when it is too small to be shown */
	public static function shownTotal(int $count): ?int {
		$rounded = self::total($count);
		return $rounded >= self::K ? $rounded : null;
	}
}
