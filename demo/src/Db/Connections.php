<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\Db;

use Doctrine\DBAL\Configuration;
use Doctrine\DBAL\Connection;
use Doctrine\DBAL\DriverManager;
use Doctrine\DBAL\Platforms\AbstractMySQLPlatform;
use Doctrine\DBAL\Tools\DsnParser;

/** Opens databases as a Nextcloud would: several requests can use them at once. */
final class Connections {
	public static function open(string $file): Connection {
		$configuration = (new Configuration())->setMiddlewares([new WritersQueue()]);
		$connection = DriverManager::getConnection(['driver' => 'pdo_sqlite', 'path' => $file], $configuration);
		$connection->executeStatement('PRAGMA busy_timeout = 10000');
		$connection->executeStatement('PRAGMA journal_mode = WAL');
		// Outlives a killed process; only when the whole machine loses its power, the last moment may be gone.
		$connection->executeStatement('PRAGMA synchronous = NORMAL');
		$connection->executeStatement('PRAGMA foreign_keys = ON');
		return $connection;
	}

	/**
	 * The app's tables on another kind of database, for tests: the demo itself lives in SQLite.
	 *
	 * @param string $url for instance "pdo-mysql://user:password@127.0.0.1:3306/name"
	 */
	public static function at(string $url): Connection {
		$parameters = (new DsnParser())->parse($url);
		$isMySql = str_starts_with($url, 'pdo-mysql');
		// As Nextcloud: a change counts the rows that matched.
		$connection = DriverManager::getConnection($isMySql ? ['charset' => 'utf8mb4', 'driverOptions' => [\PDO::MYSQL_ATTR_FOUND_ROWS => true]] + $parameters : $parameters);
		if ($connection->getDatabasePlatform() instanceof AbstractMySQLPlatform) {
			$connection->executeStatement('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED');
		}
		return $connection;
	}
}
