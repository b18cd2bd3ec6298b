<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Port\Database;
use OCA\Compagnon\Tests\Fake\MemoryDatabase;
use OCA\Compagnon\Tests\Fake\RecordedTable;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(MemoryDatabase::class)]
final class FakeDatabaseTest extends DatabaseContract {
	private string $name;

	#[\Override]
	protected function database(): Database {
		$this->name = bin2hex(random_bytes(6));
		$table = new RecordedTable(self::TABLE);
		$table->addColumn('id', 'string');
		$table->addColumn('flag', 'boolean', ['notnull' => false]);
		$table->addColumn('amount', 'bigint', ['notnull' => false]);
		$table->addColumn('words', 'string', ['notnull' => false]);
		$table->setPrimaryKey(['id']);
		$database = MemoryDatabase::open($this->name);
		$database->execute($table->sql('*PREFIX*'));
		return $database;
	}

	#[\Override]
	protected function elsewhere(): Database {
		return MemoryDatabase::open($this->name);
	}
}
