<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Nextcloud;

use OC\DB\ConnectionAdapter;
use OC\DB\ConnectionFactory;
use OC\SystemConfig;
use OCA\Compagnon\Nextcloud\Db\NextcloudDatabase;
use OCA\Compagnon\Port\Database;
use OCA\Compagnon\Tests\Contract\DatabaseContract;
use OCP\IDBConnection;
use OCP\Server;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(NextcloudDatabase::class)]
final class NextcloudDatabaseTest extends DatabaseContract {
	#[\Override]
	public static function setUpBeforeClass(): void {
		self::tearDownAfterClass();
		$connection = Server::get(IDBConnection::class);
		$schema = $connection->createSchema();
		$table = $schema->createTable('*PREFIX*' . self::TABLE);
		$table->addColumn('id', 'string', ['notnull' => true, 'length' => 64]);
		$table->addColumn('flag', 'boolean', ['notnull' => false]);
		$table->addColumn('amount', 'bigint', ['notnull' => false]);
		$table->addColumn('words', 'string', ['notnull' => false, 'length' => 500]);
		$table->setPrimaryKey(['id']);
		$connection->migrateToSchema($schema);
	}

	#[\Override]
	public static function tearDownAfterClass(): void {
		$connection = Server::get(IDBConnection::class);
		if ($connection->tableExists(self::TABLE)) {
			$connection->dropTable(self::TABLE);
		}
	}

	#[\Override]
	protected function database(): Database {
		Server::get(IDBConnection::class)->executeStatement('DELETE FROM *PREFIX*' . self::TABLE);
		return Support::adapter(Database::class);
	}

	#[\Override]
	protected function elsewhere(): Database {
		$config = Server::get(SystemConfig::class);
		$type = $config->getValue('dbtype', 'sqlite');
		$connection = (new ConnectionFactory($config))->getConnection(is_string($type) ? $type : 'sqlite', []);
		return new NextcloudDatabase(new ConnectionAdapter($connection));
	}
}
