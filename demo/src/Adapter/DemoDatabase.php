<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\Adapter;

use Doctrine\DBAL\Connection;
use Doctrine\DBAL\Exception;
use Doctrine\DBAL\ParameterType;
use Doctrine\DBAL\Platforms\AbstractMySQLPlatform;
use Doctrine\DBAL\Platforms\PostgreSQLPlatform;
use OCA\Compagnon\Error\Unavailable;
use OCA\Compagnon\Port\Database;

/**
 * @phpstan-import-type Value from Database
 * @phpstan-import-type Row from Database
 */
final readonly class DemoDatabase implements Database {
	private const PREFIX = 'cp_';

	public function __construct(
		private Connection $connection,
		private Faults $faults,
	) {
	}

	#[\Override]
	public function query(string $sql, array $values = []): array {
		/** @var list<Row> */
		return $this->guarded(fn (): array => $this->connection->fetchAllAssociative(self::prefixed($sql), $values, self::types($values)));
	}

	#[\Override]
	public function execute(string $sql, array $values = []): int {
		return $this->guarded(fn (): int => (int)$this->connection->executeStatement(self::prefixed($sql), $values, self::types($values)));
	}

	#[\Override]
	public function insertIgnore(string $table, array $row): bool {
		$columns = array_keys($row);
		[$verb, $tail] = $this->unlessThere();
		$sql = $verb . ' INTO ' . self::PREFIX . $table . ' (' . implode(', ', $columns) . ') VALUES (:' . implode(', :', $columns) . ')' . $tail;
		return $this->execute($sql, $row) === 1;
	}

	#[\Override]
	public function transactional(callable $do): mixed {
		if ($this->connection->isTransactionActive()) {
			return $do();
		}
		$this->guarded(fn (): bool => $this->connection->beginTransaction());
		try {
			$result = $do();
			$this->guarded(fn (): bool => $this->connection->commit());
			return $result;
		} catch (\Throwable $e) {
			$this->connection->rollBack();
			throw $e;
		}
	}

	/**
	 * @template T
	 * @param callable(): T $do
	 * @return T
	 */
	private function guarded(callable $do): mixed {
		if ($this->faults->has('database')) {
			throw Unavailable::database(new \RuntimeException('the demo was told to lose its database'));
		}
		try {
			return $do();
		} catch (Exception $e) {
			throw Unavailable::database($e);
		}
	}

	/** @return array{string, string} how an insert begins and ends that a unique key may forbid */
	private function unlessThere(): array {
		$platform = $this->connection->getDatabasePlatform();
		return match (true) {
			$platform instanceof AbstractMySQLPlatform => ['INSERT IGNORE', ''],
			$platform instanceof PostgreSQLPlatform => ['INSERT', ' ON CONFLICT DO NOTHING'],
			default => ['INSERT OR IGNORE', ''],
		};
	}

	private static function prefixed(string $sql): string {
		return str_replace('*PREFIX*', self::PREFIX, $sql);
	}

	/**
	 * @param array<string, Value> $values
	 * @return array<string, ParameterType::*>
	 */
	private static function types(array $values): array {
		return array_map(static fn (string|int|bool|null $value): int => match (true) {
			is_int($value) => ParameterType::INTEGER,
			is_bool($value) => ParameterType::BOOLEAN,
			$value === null => ParameterType::NULL,
			default => ParameterType::STRING,
		}, $values);
	}
}
