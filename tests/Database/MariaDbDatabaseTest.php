<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Database;

use OCA\Compagnon\Demo\Adapter\DemoDatabase;
use OCA\Compagnon\Port\Database;
use OCA\Compagnon\Tests\Contract\DatabaseContract;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(DemoDatabase::class)]
final class MariaDbDatabaseTest extends DatabaseContract {
	private OtherDatabase $other;

	#[\Override]
	protected function database(): Database {
		$this->other = new OtherDatabase('COMPAGNON_MARIADB');
		$this->other->connect()->executeStatement('CREATE TABLE cp_compagnon_contract (id VARCHAR(64) PRIMARY KEY, flag BOOLEAN, amount BIGINT, words TEXT)');
		return $this->other->database();
	}

	#[\Override]
	protected function elsewhere(): Database {
		return $this->other->database();
	}
}
