<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use Doctrine\DBAL\Connection;
use OCA\Compagnon\Demo\Adapter\DemoDatabase;
use OCA\Compagnon\Error\Unavailable;
use OCA\Compagnon\Port\Database;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(DemoDatabase::class)]
final class DemoDatabaseTest extends DatabaseContract {
	private DemoSpace $space;

	#[\Override]
	protected function database(): Database {
		$this->space = new DemoSpace();
		$this->space->container->get(Connection::class)->executeStatement(
			'CREATE TABLE cp_compagnon_contract (id VARCHAR(64) PRIMARY KEY, flag BOOLEAN, amount BIGINT, words TEXT)',
		);
		return $this->space->container->get(Database::class);
	}

	#[\Override]
	protected function elsewhere(): Database {
		return $this->space->elsewhere()->get(Database::class);
	}

	public function testAFaultOnDemandIsUnavailableEverywhere(): void {
		file_put_contents($this->space->folder . '/fault.json', '["database"]');
		foreach ([
			fn () => $this->database->query('SELECT 1'),
			fn () => $this->database->execute('DELETE FROM *PREFIX*compagnon_contract'),
			fn () => $this->insert('a', null, null, null),
			fn () => $this->database->transactional(static fn (): int => 1),
		] as $act) {
			try {
				$act();
				self::fail('the database is gone');
			} catch (Unavailable $e) {
				self::assertStringContainsString('Nothing is lost', $e->sentence);
			}
		}
		unlink($this->space->folder . '/fault.json');
		self::assertTrue($this->insert('a', null, null, null));
	}
}
