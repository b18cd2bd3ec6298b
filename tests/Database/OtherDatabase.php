<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Database;

use Doctrine\DBAL\Connection;
use OCA\Compagnon\Demo\Adapter\DemoDatabase;
use OCA\Compagnon\Demo\Adapter\Faults;
use OCA\Compagnon\Demo\Db\Connections;
use OCA\Compagnon\Demo\Db\Migrator;
use OCA\Compagnon\Port\Database;

/** A new, empty database on a server that the suite's script has started; it goes with the object. */
final class OtherDatabase {
	private readonly Connection $server;
	private readonly string $name;
	private readonly string $url;
	/** @var list<Connection> */
	private array $connections = [];

	/** @param 'COMPAGNON_MARIADB'|'COMPAGNON_POSTGRES' $variable of the environment with the server's address */
	public function __construct(string $variable) {
		$url = (string)getenv($variable);
		if ($url === '') {
			throw new \RuntimeException("$variable names no server: make test starts one");
		}
		$this->server = Connections::at($url);
		$this->name = 'contract_' . bin2hex(random_bytes(6));
		$this->server->executeStatement("CREATE DATABASE {$this->name}" . ($variable === 'COMPAGNON_MARIADB' ? ' CHARACTER SET utf8mb4 COLLATE utf8mb4_bin' : ''));
		$this->url = preg_replace('~/[^/]*$~', "/{$this->name}", $url) ?? $url;
	}

	public function __destruct() {
		foreach ($this->connections as $connection) {
			$connection->close();
		}
		$this->server->executeStatement("DROP DATABASE {$this->name}");
	}

	public function withTables(): self {
		(new Migrator($this->connect()))->makeTables();
		return $this;
	}

	public function connect(): Connection {
		return $this->connections[] = Connections::at($this->url);
	}

	/** A connection of its own, as another request has one. */
	public function database(): Database {
		return new DemoDatabase($this->connect(), new Faults(sys_get_temp_dir() . '/compagnon-no-faults'));
	}
}
