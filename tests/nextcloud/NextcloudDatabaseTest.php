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
use OCA\Compagnon\Error\Unavailable;
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

	public function testATransactionThatBeginsWithReadingIsNotRefusedItsWriting(): void {
		$elsewhere = $this->elsewhere();
		$isSqlite = Server::get(IDBConnection::class)->getDatabaseProvider() === IDBConnection::PLATFORM_SQLITE;
		if ($isSqlite) {
			// Nobody could let it pass while this test waits for it.
			$elsewhere->query('PRAGMA busy_timeout = 0');
		}
		$this->insert('a', null, 1, null);

		$hasOtherToWait = $this->database->transactional(function () use ($elsewhere): bool {
			$amount = (int)$this->rows()[0]['amount'];
			try {
				$elsewhere->insertIgnore(self::TABLE, ['id' => 'b', 'amount' => 5]);
				return false;
			} catch (Unavailable) {
				return true;
			} finally {
				$this->database->execute('UPDATE *PREFIX*compagnon_contract SET amount = :amount WHERE id = :id', ['amount' => $amount + 1, 'id' => 'a']);
			}
		});

		self::assertSame($isSqlite, $hasOtherToWait);
		self::assertSame(2, (int)$this->rows()[0]['amount']);
		self::assertSame($isSqlite, $elsewhere->insertIgnore(self::TABLE, ['id' => 'b', 'amount' => 5]));
	}
}
