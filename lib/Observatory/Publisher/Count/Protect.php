<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Publisher\Count;

use OCA\Compagnon\Observatory\Publisher\Release\Cell;
use OCA\Compagnon\Observatory\Publisher\Release\Result;
use OCA\Compagnon\Observatory\Publisher\Release\Withheld;

/** Turns exact counts into what may be shown. Everything but the mean score is made of rounded numbers only. */
final readonly class Protect {
	private const OR = ['fr' => ' ou ', 'en' => ' or '];

	/**
	 * @param list<Counted> $counted all questions of one layer
	 * @return list<Result>
	 */
	public static function all(array $counted): array {
		$counts = array_column(array_map(static fn (Counted $one): array => [$one->asked->id, $one], $counted), 1, 0);
		$results = [];
		foreach ($counted as $one) {
			$result = self::one($one);
			$isLinked = $result->withheld === null && !Links::areSafe($one, $counts, $results);
			$results[$one->asked->id] = $isLinked ? self::withhold($one->asked, Withheld::Linked) : $result;
		}
		return array_values($results);
	}

	private static function one(Counted $counted): Result {
		$asked = $counted->asked;
		$n = Rounding::shownTotal($counted->answered);
		if ($n === null) {
			return self::withhold($asked, Withheld::Few);
		}
		$cells = match (true) {
			$asked->shape->hasOrder() => self::ordered($counted, $n),
			$asked->shape === Shape::Several => self::options($counted, $n),
			default => self::unordered($counted, $n),
		};
		// A mean is no cell: it can be shown where all scores lie in one band.
		return $cells === [] && $asked->shape !== Shape::Fsus
			? self::withhold($asked, Withheld::Alike)
			: new Result($asked->id, $asked->shape, $asked->text, $n, null, $cells, Figures::score($counted), Figures::balance($asked->shape, $cells, $n));
	}

	private static function withhold(Asked $asked, Withheld $why): Result {
		return new Result($asked->id, $asked->shape, $asked->text, null, $why, []);
	}

	/** @return list<Cell> */
	private static function ordered(Counted $counted, int $n): array {
		return array_map(
			static fn (array $group): Cell => self::cell($counted, $group, true, $n),
			Suppression::groups($counted->cells),
		);
	}

	/** @return list<Cell> */
	private static function unordered(Counted $counted, int $n): array {
		$shown = Suppression::shown($counted->cells);
		return $shown === [] ? [] : array_map(
			static fn (int $place): Cell => self::cell($counted, [$place], in_array($place, $shown, true), $n),
			array_keys($counted->cells),
		);
	}

	/** @return list<Cell> */
	private static function options(Counted $counted, int $n): array {
		$cells = array_map(
			static fn (int $place): Cell => self::cell($counted, [$place], Suppression::showsOption($counted->cells[$place], $counted->answered), $n),
			array_keys($counted->cells),
		);
		return array_filter($cells, static fn (Cell $cell): bool => $cell->count !== null) === [] ? [] : $cells;
	}

	/** @param list<int> $places that are counted together */
	private static function cell(Counted $counted, array $places, bool $isShown, int $n): Cell {
		$choices = array_map(static fn (int $place): Choice => $counted->asked->choices[$place], $places);
		$ids = array_map(static fn (Choice $choice): string => $choice->id, $choices);
		$words = [];
		foreach (self::OR as $language => $or) {
			$words[$language] = implode($or, array_map(static fn (Choice $choice): string => $choice->text[$language] ?? $choice->id, $choices));
		}
		if (!$isShown) {
			return new Cell($ids, $words);
		}
		$count = Rounding::cell(array_sum(array_map(static fn (int $place): int => $counted->cells[$place], $places)));
		$interval = Interval::ofRounded($count, $n);
		return new Cell($ids, $words, $count, round(min(1, $count / $n), 3), round($interval->low, 3), round($interval->high, 3));
	}
}
