<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Publisher\Count;

/** Which cells of a table are shown, so that the others stay open even for somebody who knows this rule. */
final readonly class Suppression {
	/** Most that may be known to be in a small cell: from there to what is just not shown, nine numbers stay possible. */
	private const KNOWN = 4;

	/**
	 * Cells with an order: from the first on, neighbours are put together until they are enough; what is left at the end goes
	 * to the last group.
	 *
	 * @param list<int> $counts
	 * @return list<list<int>> groups of places; empty when there is nothing to compare
	 */
	public static function groups(array $counts): array {
		$groups = [];
		$open = [];
		$sum = 0;
		foreach ($counts as $place => $count) {
			$open[] = $place;
			$sum += $count;
			if (Rounding::showsCell($sum)) {
				$groups[] = $open;
				[$open, $sum] = [[], 0];
			}
		}
		if ($open !== [] && $groups !== []) {
			$groups[] = [...array_pop($groups), ...$open];
		}
		return count($groups) > 1 ? $groups : [];
	}

	/**
	 * Cells without an order: those that are too small are hidden, and the smallest others with them until nothing can be
	 * computed.
	 *
	 * @param list<int> $counts those of everybody who answered
	 * @return list<int> places that are shown; empty when nothing can be
	 */
	public static function shown(array $counts): array {
		$hidden = array_keys(array_filter($counts, static fn (int $count): bool => !Rounding::showsCell($count)));
		while ($hidden !== [] && count($hidden) < count($counts) && !self::isSafe($counts, $hidden)) {
			$hidden[] = self::smallest(array_diff_key($counts, array_flip($hidden)));
		}
		return array_values(array_diff(array_keys($counts), $hidden));
	}

	/** A yes and its no: both or none. */
	public static function showsOption(int $yes, int $answered): bool {
		return Rounding::showsCell($yes) && Rounding::showsCell($answered - $yes);
	}

	/**
	 * Whether the hidden cells hide one another: two at least, together as many as a cell has to have, and few enough that it
	 * stays open how small each small one is. Who knows the rule knows that a small cell holds less than is shown, and that one which
	 * was hidden with it is not larger than the smallest that is shown.
	 *
	 * @param list<int> $counts
	 * @param list<int> $hidden places
	 */
	private static function isSafe(array $counts, array $hidden): bool {
		$inside = array_intersect_key($counts, array_flip($hidden));
		// One small cell alone never is.
		if (!Rounding::showsCell(array_sum($inside))) {
			return false;
		}
		$shown = array_map(static fn (int $count): int => Rounding::cell($count) + Rounding::CELL_OFF, array_values(array_diff_key($counts, $inside)));
		$least = Rounding::total(array_sum($counts)) - Rounding::TOTAL_OFF - array_sum($shown);
		$with = count(array_filter($inside, Rounding::showsCell(...)));
		return $shown !== [] && $least - self::KNOWN <= (Rounding::LEAST - 1) * (count($hidden) - $with - 1) + $with * min($shown);
	}

	/** @param array<int, int> $shown count by place, at least one */
	private static function smallest(array $shown): int {
		asort($shown);
		return (int)array_key_first($shown);
	}
}
