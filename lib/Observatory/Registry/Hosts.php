<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Registry;

use OCA\Compagnon\Port\Database;

/** The table compagnon_registry_host. */
final readonly class Hosts {
	private const TABLE = 'compagnon_registry_host';

	public function __construct(
		private Database $database,
	) {
	}

	/** @return bool false when the name or the key is there already */
	public function add(Host $host): bool {
		return $this->database->insertIgnore(self::TABLE, ['host' => $host->name, 'public_key' => $host->publicKey, 'added_on' => $host->addedOn]);
	}

	/** @return bool whether it was there */
	public function remove(string $name): bool {
		return $this->database->execute('DELETE FROM *PREFIX*' . self::TABLE . ' WHERE host = :host', ['host' => $name]) === 1;
	}

	public function knows(string $publicKey): bool {
		return $this->database->query('SELECT host FROM *PREFIX*' . self::TABLE . ' WHERE public_key = :public_key', ['public_key' => $publicKey]) !== [];
	}

	/** @return list<Host> */
	public function all(): array {
		return array_map(
			static fn (array $row): Host => new Host((string)$row['host'], (string)$row['public_key'], (string)$row['added_on']),
			$this->database->query('SELECT * FROM *PREFIX*' . self::TABLE . ' ORDER BY host ASC'),
		);
	}
}
