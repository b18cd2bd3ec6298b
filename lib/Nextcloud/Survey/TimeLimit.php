<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Nextcloud\Survey;

use OCP\IDBConnection;

/** Has the database itself give up on a statement that takes too long: nothing in PHP can. */
final readonly class TimeLimit {
	private const SECONDS = 2;

	public function __construct(
		private IDBConnection $connection,
	) {
	}

	/**
	 * @template T
	 * @param \Closure(): T $do
	 * @return T
	 */
	public function over(\Closure $do): mixed {
		[$begin, $end] = self::statements($this->connection->getDatabaseProvider(true));
		if ($begin === '') {
			return $do();
		}
		$this->connection->executeStatement($begin);
		try {
			return $do();
		} finally {
			$this->connection->executeStatement($end);
		}
	}

	/** @return array{string, string} empty on SQLite, which has no such limit and only small spaces */
	private static function statements(string $provider): array {
		return match ($provider) {
			IDBConnection::PLATFORM_MARIADB => ['SET SESSION max_statement_time = ' . self::SECONDS, 'SET SESSION max_statement_time = DEFAULT'],
			IDBConnection::PLATFORM_MYSQL => ['SET SESSION max_execution_time = ' . 1000 * self::SECONDS, 'SET SESSION max_execution_time = DEFAULT'],
			IDBConnection::PLATFORM_POSTGRES => ['SET statement_timeout = ' . 1000 * self::SECONDS, 'RESET statement_timeout'],
			default => ['', ''],
		};
	}
}
