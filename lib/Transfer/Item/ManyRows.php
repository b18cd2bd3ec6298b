<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Item;

use OCA\Compagnon\Port\Database;

/**
 * Statements for many rows at once: a row of its own for each costs ten times as much.
 *
 * @phpstan-import-type Value from Database
 */
final readonly class ManyRows {
	private const AT_ONCE = 50;

	public function __construct(
		private Database $database,
	) {
	}

	/**
	 * @param string $table with its prefix
	 * @param list<non-empty-array<string, Value>> $rows that are not there yet, all with the same columns
	 */
	public function insert(string $table, array $rows): void {
		foreach (array_chunk($rows, self::AT_ONCE) as $chunk) {
			$values = [];
			$lines = [];
			foreach ($chunk as $i => $row) {
				$lines[] = '(:' . implode("_$i, :", array_keys($row)) . "_$i)";
				foreach ($row as $column => $value) {
					$values["{$column}_$i"] = $value;
				}
			}
			$this->database->execute("INSERT INTO $table (" . implode(', ', array_keys($chunk[0])) . ') VALUES ' . implode(', ', $lines), $values);
		}
	}

	/**
	 * @param string $set "UPDATE table SET column = :value, ", as far as it is the same for all
	 * @param string $where which rows, with their key last: "… AND item_key"
	 * @param array<string, Value> $common values of these
	 * @param array<string, non-empty-array<string, Value>> $rows columns by key, the same for all
	 * @return int how many there were
	 */
	public function update(string $set, string $where, array $common, array $rows): int {
		$changed = 0;
		foreach (array_chunk($rows, self::AT_ONCE, true) as $chunk) {
			$values = $common;
			foreach (array_keys($chunk) as $i => $key) {
				$values["key_$i"] = $key;
			}
			$columns = [];
			foreach (array_keys(reset($chunk)) as $column) {
				$columns[] = "$column = " . self::expression($column, array_column($chunk, $column), $values);
			}
			$keys = implode(', ', array_map(static fn (int $i): string => ":key_$i", range(0, count($chunk) - 1)));
			$changed += $this->database->execute($set . implode(', ', $columns) . " WHERE $where IN ($keys)", $values);
		}
		return $changed;
	}

	/**
	 * @param list<Value> $of one for each row
	 * @param array<string, Value> $values to which they are added
	 */
	private static function expression(string $column, array $of, array &$values): string {
		$first = $of[0];
		if (array_filter($of, static fn (string|int|bool|null $value): bool => $value !== $first) === []) {
			$values["{$column}_0"] = $first;
			return ":{$column}_0";
		}
		$cases = '';
		foreach ($of as $i => $value) {
			$values["{$column}_$i"] = $value;
			$cases .= " WHEN :key_$i THEN :{$column}_$i";
		}
		// By the column itself, which is never meant, PostgreSQL knows the type of the values.
		return "CASE item_key$cases ELSE $column END";
	}
}
