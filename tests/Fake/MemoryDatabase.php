<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Fake;

use OCA\Compagnon\Error\Unavailable;
use OCA\Compagnon\Port\Database;

/** The tables of the app in memory. */
final class MemoryDatabase implements Database {
	private const PREFIX = 'fake_';

	/** The database went away. */
	public bool $gone = false;
	/** @var (\Closure(): void)|null runs once, just before the next change: somebody else who is faster */
	public ?\Closure $meanwhile = null;
	public int $queries = 0;

	private function __construct(
		private readonly \PDO $pdo,
	) {
	}

	/** @param string $name of a memory that several connections share; empty for one's own */
	public static function open(string $name = ''): self {
		$pdo = new \PDO($name === '' ? 'sqlite::memory:' : "sqlite:file:$name?mode=memory&cache=shared");
		$pdo->setAttribute(\PDO::ATTR_ERRMODE, \PDO::ERRMODE_EXCEPTION);
		return new self($pdo);
	}

	/** With the tables that the schema steps make. */
	public static function ofTheApp(): self {
		$database = self::open();
		foreach (RecordedSchema::ofTheApp()->tables as $table) {
			$database->pdo->exec($table->sql(self::PREFIX));
		}
		return $database;
	}

	#[\Override]
	public function query(string $sql, array $values = []): array {
		$this->queries++;
		/** @var list<array<string, string|int|float|bool|null>> */
		return $this->run($sql, $values)->fetchAll(\PDO::FETCH_ASSOC);
	}

	#[\Override]
	public function execute(string $sql, array $values = []): int {
		$meanwhile = $this->meanwhile;
		$this->meanwhile = null;
		if ($meanwhile !== null) {
			$meanwhile();
		}
		return $this->run($sql, $values)->rowCount();
	}

	#[\Override]
	public function insertIgnore(string $table, array $row): bool {
		$columns = array_keys($row);
		$sql = "INSERT OR IGNORE INTO *PREFIX*$table (" . implode(', ', $columns) . ') VALUES (:' . implode(', :', $columns) . ')';
		return $this->execute($sql, $row) === 1;
	}

	#[\Override]
	public function transactional(callable $do): mixed {
		if ($this->pdo->inTransaction()) {
			return $do();
		}
		$this->mustBeThere();
		$this->pdo->beginTransaction();
		try {
			$result = $do();
			$this->pdo->commit();
			return $result;
		} catch (\Throwable $e) {
			$this->pdo->rollBack();
			throw $e;
		}
	}

	/** @param array<string, string|int|bool|null> $values */
	private function run(string $sql, array $values): \PDOStatement {
		$this->mustBeThere();
		try {
			$statement = $this->pdo->prepare(str_replace('*PREFIX*', self::PREFIX, $sql));
			foreach ($values as $name => $value) {
				$statement->bindValue($name, $value, match (true) {
					is_int($value) => \PDO::PARAM_INT,
					is_bool($value) => \PDO::PARAM_BOOL,
					$value === null => \PDO::PARAM_NULL,
					default => \PDO::PARAM_STR,
				});
			}
			$statement->execute();
			return $statement;
		} catch (\PDOException $e) {
			throw Unavailable::database($e);
		}
	}

	private function mustBeThere(): void {
		if ($this->gone) {
			throw Unavailable::database(new \RuntimeException('the database went away'));
		}
	}
}
