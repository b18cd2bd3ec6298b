<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Publisher\Count;

use OCA\Compagnon\Observatory\Publisher\Release\Cell;
use OCA\Compagnon\Observatory\Publisher\Release\Result;

/**
 * A question that only some were asked tells by its total how many those were. It is shown when the tables that it depends on
 * tell that anyway.
 */
final readonly class Links {
	/**
	 * @param array<string, Counted> $counts by question
	 * @param array<string, Result> $results of the questions before it
	 */
	public static function areSafe(Counted $asked, array $counts, array $results): bool {
		$parts = [];
		foreach ($asked->asked->clauses as $clause) {
			$result = $results[$clause->question] ?? null;
			if ($result === null || !self::tells($result, $clause->in)) {
				return false;
			}
			$parts = [...$parts, ...self::parts($counts[$clause->question], $clause->in)];
		}
		// Two conditions make a crossing of two tables: what is in one and not in the other is a cell too.
		return count($parts) < 2 || array_filter($parts, static fn (int $part): bool => !Rounding::showsCell(abs($part - $asked->answered))) === [];
	}

	/**
	 * Whether these choices can be read off the table: each is shown, alone or with others that are among them too.
	 *
	 * @param list<string> $in
	 */
	private static function tells(Result $result, array $in): bool {
		$shown = array_filter($result->cells, static fn (Cell $cell): bool => $cell->count !== null && array_diff($cell->options, $in) === []);
		return array_diff($in, ...array_map(static fn (Cell $cell): array => $cell->options, array_values($shown))) === [];
	}

	/**
	 * @param list<string> $in
	 * @return list<int> groups of people whom the condition names; several for options that can go together
	 */
	private static function parts(Counted $on, array $in): array {
		$counts = array_map($on->count(...), $in);
		return $on->asked->shape === Shape::Several ? $counts : [array_sum($counts)];
	}
}
