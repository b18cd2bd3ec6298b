<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Publisher\Count;

use OCA\Compagnon\Observatory\Publisher\Release\Cell;
use OCA\Compagnon\Observatory\Publisher\Release\Figure;

/** The two numbers that say something about a whole table. */
final readonly class Figures {
	/** The mean score with its interval, in whole points; of as many people as a total has to have. */
	public static function score(Counted $counted): ?Figure {
		$n = $counted->answered;
		if ($counted->asked->shape !== Shape::Fsus || Rounding::shownTotal($n) === null) {
			return null;
		}
		$mean = $counted->sum / $n;
		$variance = max(0.0, ($counted->squares - $n * $mean ** 2) / ($n - 1));
		$interval = Interval::ofMean($mean * Fsus::STEP, $variance * Fsus::STEP ** 2, $n);
		return new Figure(
			(int)round($mean * Fsus::STEP),
			max(0, (int)floor(round($interval->low, 6))),
			min(100, (int)ceil(round($interval->high, 6))),
		);
	}

	/**
	 * Share of 9 and 10 less share of 0 to 6, in points, with its standard error. Only where the three groups are shown.
	 *
	 * @param list<Cell> $cells
	 */
	public static function balance(Shape $shape, array $cells, int $n): ?Figure {
		if ($shape !== Shape::Recommend || count($cells) !== 3) {
			return null;
		}
		$low = min(1, (int)$cells[0]->count / $n);
		$high = min(1, (int)$cells[2]->count / $n);
		$error = sqrt(max(0, $high + $low - ($high - $low) ** 2) / $n) * 100;
		$value = ($high - $low) * 100;
		return new Figure((int)round($value), max(-100, (int)floor($value - 1.96 * $error)), min(100, (int)ceil($value + 1.96 * $error)), (int)ceil($error));
	}
}
