<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Observatory\Publisher;

use OCA\Compagnon\Observatory\Publisher\Count\Rounding;
use OCA\Compagnon\Observatory\Publisher\Count\Suppression;

/**
 * Somebody who wants to know a hidden cell. Knows the published table, how it was rounded and, when asked to, how hidden
 * cells were chosen.
 */
final class Attacker {
	/**
	 * From the rounded total and the rounded cells alone, by exact bounds.
	 *
	 * @param list<?int> $cells rounded; null for hidden ones
	 * @param int $n rounded
	 * @return array{int, int} least and most that one hidden cell can be
	 */
	public static function bounds(array $cells, int $n): array {
		[$least, $most] = [$n - 5, $n + 4];
		$hidden = 0;
		foreach ($cells as $cell) {
			$hidden += $cell === null ? 1 : 0;
			$least -= $cell === null ? 0 : $cell + 2;
			$most -= $cell === null ? 0 : max(Rounding::K, $cell - 2);
		}
		return [$hidden === 1 ? max(0, $least) : 0, max(0, $most)];
	}

	/**
	 * Tries every table that there can be, has the publisher's own rule applied to it, and keeps those that look the same.
	 *
	 * @param list<?int> $cells as published
	 * @param int $n rounded
	 * @param int $upTo of a cell
	 * @return array<int, list<int>> values that each hidden cell can have, by place
	 */
	public static function tries(array $cells, int $n, int $upTo): array {
		$possible = [];
		foreach (self::tables($cells, $n + 4, $upTo) as $table) {
			if (Rounding::total(array_sum($table)) === $n && self::published($table) === $cells) {
				foreach ($table as $place => $count) {
					if ($cells[$place] === null) {
						$possible[$place][$count] = $count;
					}
				}
			}
		}
		return array_map(array_values(...), $possible);
	}

	/**
	 * @param list<int> $counts
	 * @return list<?int>
	 */
	public static function published(array $counts): array {
		$shown = Suppression::shown($counts);
		return array_map(
			static fn (int $count, int $place): ?int => in_array($place, $shown, true) ? Rounding::cell($count) : null,
			$counts,
			array_keys($counts),
		);
	}

	/**
	 * @param list<int> $counts
	 * @return list<array{list<int>, int}> groups of neighbours with their rounded counts
	 */
	public static function merged(array $counts): array {
		return array_map(
			static fn (array $group): array => [$group, Rounding::cell(array_sum(array_map(static fn (int $place): int => $counts[$place], $group)))],
			Suppression::groups($counts),
		);
	}

	/**
	 * @param list<?int> $cells
	 * @return \Generator<list<int>>
	 */
	private static function tables(array $cells, int $room, int $upTo): \Generator {
		if ($cells === []) {
			yield [];
			return;
		}
		$first = $cells[0];
		$range = $first === null ? range(0, min($upTo, max(0, $room))) : range($first - 2, $first + 2);
		foreach ($range as $count) {
			if ($count > $room) {
				break;
			}
			foreach (self::tables(array_slice($cells, 1), $room - $count, $upTo) as $rest) {
				yield [$count, ...$rest];
			}
		}
	}
}
