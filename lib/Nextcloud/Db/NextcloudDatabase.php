<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Nextcloud\Db;

use OCA\Compagnon\Error\Unavailable;
use OCA\Compagnon\Port\Database;
use OCP\DB\Exception;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

/**
 * @phpstan-import-type Value from Database
 * @phpstan-import-type Row from Database
 */
final readonly class NextcloudDatabase implements Database {
	/** Meets no row, and is a write for all that. Any of our tables would do. */
	private const WRITE_NOTHING = 'UPDATE *PREFIX*compagnon_tour_progress SET user_id = user_id WHERE 1 = 0';

	public function __construct(
		private IDBConnection $connection,
	) {
	}

	#[\Override]
	public function query(string $sql, array $values = []): array {
		return $this->guarded(function () use ($sql, $values): array {
			// @phpstan-ignore argument.type (its docblock says text; it binds each value by the type beside it)
			$result = $this->connection->executeQuery($sql, $values, self::types($values));
			/** @var list<Row> $rows */
			$rows = $result->fetchAll();
			$result->closeCursor();
			return $rows;
		});
	}

	#[\Override]
	public function execute(string $sql, array $values = []): int {
		return $this->guarded(fn (): int => $this->connection->executeStatement($sql, $values, self::types($values)));
	}

	#[\Override]
	public function insertIgnore(string $table, array $row): bool {
		// The platform binds every value of this call as text, where false would be empty.
		$values = array_map(static fn (string|int|bool|null $value): string|int|null => is_bool($value) ? (int)$value : $value, $row);
		return $this->guarded(fn (): bool => $this->connection->insertIgnoreConflict($table, $values) === 1);
	}

	#[\Override]
	public function transactional(callable $do): mixed {
		if ($this->connection->inTransaction()) {
			return $do();
		}
		$this->guarded(fn () => $this->connection->beginTransaction());
		try {
			$this->takeTurn();
			$result = $do();
			$this->guarded(fn () => $this->connection->commit());
			return $result;
		} catch (\Throwable $e) {
			$this->guarded(fn () => $this->connection->rollBack());
			throw $e;
		}
	}

	/**
	 * SQLite lets one write at a time. A transaction that writes first waits for its turn; one that has read first fails at
	 * once where somebody has written since (https://www.sqlite.org/rescode.html#busy_snapshot).
	 */
	private function takeTurn(): void {
		if ($this->connection->getDatabaseProvider() === IDBConnection::PLATFORM_SQLITE) {
			$this->execute(self::WRITE_NOTHING);
		}
	}

	/**
	 * @template T
	 * @param callable(): T $do
	 * @return T
	 */
	private function guarded(callable $do): mixed {
		try {
			return $do();
		} catch (Exception $e) {
			throw Unavailable::database($e);
		}
	}

	/**
	 * @param array<string, Value> $values
	 * @return array<string, IQueryBuilder::PARAM_*>
	 */
	private static function types(array $values): array {
		return array_map(static fn (string|int|bool|null $value): int|string => match (true) {
			is_int($value) => IQueryBuilder::PARAM_INT,
			is_bool($value) => IQueryBuilder::PARAM_BOOL,
			$value === null => IQueryBuilder::PARAM_NULL,
			default => IQueryBuilder::PARAM_STR,
		}, $values);
	}
}
