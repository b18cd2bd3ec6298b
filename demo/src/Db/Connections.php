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

/** Opens the demo's SQLite database so that several requests can use it at once. */
final class Connections {
	public static function open(string $file): Connection {
		$configuration = (new Configuration())->setMiddlewares([new WritersQueue()]);
		$connection = DriverManager::getConnection(['driver' => 'pdo_sqlite', 'path' => $file], $configuration);
		$connection->executeStatement('PRAGMA busy_timeout = 10000');
		$connection->executeStatement('PRAGMA journal_mode = WAL');
		$connection->executeStatement('PRAGMA foreign_keys = ON');
		return $connection;
	}
}
