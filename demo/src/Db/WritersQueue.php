<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\Db;

use Doctrine\DBAL\Driver;
use Doctrine\DBAL\Driver\Connection;
use Doctrine\DBAL\Driver\Middleware;
use Doctrine\DBAL\Driver\Middleware\AbstractConnectionMiddleware;
use Doctrine\DBAL\Driver\Middleware\AbstractDriverMiddleware;

/**
 * Begins every transaction as a writer. SQLite's own way, to become one at the first write, fails at once instead of
 * waiting when somebody else has written in between.
 */
final class WritersQueue implements Middleware {
	#[\Override]
	public function wrap(Driver $driver): Driver {
		return new class($driver) extends AbstractDriverMiddleware {
			#[\Override]
			public function connect(array $params): Connection {
				return new class(parent::connect($params)) extends AbstractConnectionMiddleware {
					#[\Override]
					public function beginTransaction(): bool {
						$this->exec('BEGIN IMMEDIATE');
						return true;
					}

					#[\Override]
					public function commit(): bool {
						$this->exec('COMMIT');
						return true;
					}

					#[\Override]
					public function rollBack(): bool {
						$this->exec('ROLLBACK');
						return true;
					}
				};
			}
		};
	}
}
