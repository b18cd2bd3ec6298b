<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Publisher\Count;

/** From where to where the true value lies, 19 times out of 20. */
final readonly class Interval {
	private const Z = 1.959964;

	public function __construct(
		public float $low,
		public float $high,
	) {
	}

	/** Wilson's interval for a share. */
	public static function wilson(float $part, float $whole): self {
		$p = $part / $whole;
		$z2 = self::Z ** 2;
		$middle = ($p + $z2 / (2 * $whole)) / (1 + $z2 / $whole);
		$half = self::Z / (1 + $z2 / $whole) * sqrt($p * (1 - $p) / $whole + $z2 / (4 * $whole ** 2));
		return new self(max(0.0, $middle - $half), min(1.0, $middle + $half));
	}

	/**
	 * The same for numbers that were rounded: as wide as it is for any that may be behind them.
	 *
	 * @param int $part rounded as a cell
	 * @param int $whole rounded as a total
	 */
	public static function ofRounded(int $part, int $whole): self {
		$low = max(0, $part - Rounding::CELL_OFF);
		$most = $whole + Rounding::TOTAL_OFF - 1;
		$high = min($part + Rounding::CELL_OFF, $most);
		return new self(
			self::wilson(min($low, $most), $most)->low,
			self::wilson($high, max($high, $whole - Rounding::TOTAL_OFF))->high,
		);
	}

	/** Of a mean. */
	public static function ofMean(float $mean, float $variance, int $n): self {
		$half = self::Z * sqrt($variance / $n);
		return new self($mean - $half, $mean + $half);
	}
}
