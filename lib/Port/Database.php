<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Port;

use OCA\Compagnon\Error\Unavailable;

/**
 * Portable SQL on SQLite, MariaDB/MySQL and PostgreSQL. Tables are written `*PREFIX*name`, identifiers lower-case and
 * unquoted, values named `:name` and typed by their PHP type.
 *
 * @phpstan-type Value string|int|bool|null
 * @phpstan-type Row array<string, string|int|float|bool|null>
 */
interface Database {
	/**
	 * @param array<string, Value> $values
	 * @return list<Row>
	 * @throws Unavailable when the database does not answer
	 */
	public function query(string $sql, array $values = []): array;

	/**
	 * @param array<string, Value> $values
	 * @return int rows that matched (MySQL counts found rows here too)
	 * @throws Unavailable when the database does not answer
	 */
	public function execute(string $sql, array $values = []): int;

	/**
	 * Inserts a row unless a unique key forbids it. Safe inside a transaction, where PostgreSQL would otherwise abort
	 * after a caught duplicate.
	 *
	 * @param string $table without prefix
	 * @param non-empty-array<string, Value> $row
	 * @return bool whether the row was inserted
	 * @throws Unavailable when the database does not answer
	 */
	public function insertIgnore(string $table, array $row): bool;

	/**
	 * Runs all or nothing. An inner call joins the outer transaction.
	 *
	 * @template T
	 * @param callable(): T $do
	 * @return T
	 * @throws Unavailable when the database does not answer
	 */
	public function transactional(callable $do): mixed;
}
