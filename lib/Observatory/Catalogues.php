<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory;

use OCA\Compagnon\Port\Database;

/**
 * The table compagnon_publisher_catalogue.
 *
 * @phpstan-import-type Row from Database
 */
final readonly class Catalogues {
	private const TABLE = 'compagnon_publisher_catalogue';

	public function __construct(
		private Database $database,
	) {
	}

	/** @return bool false when there is one of this number already */
	public function add(StoredCatalogue $catalogue): bool {
		return $this->database->insertIgnore(self::TABLE, [
			'number' => $catalogue->number,
			'sha256' => $catalogue->sha256,
			'catalogue' => $catalogue->text,
			'signature' => $catalogue->signature,
			'signed_by' => $catalogue->key,
		]);
	}

	public function newest(): ?StoredCatalogue {
		$rows = $this->database->query('SELECT * FROM *PREFIX*' . self::TABLE . ' ORDER BY number DESC LIMIT 1');
		return $rows === [] ? null : $this->hydrate($rows[0]);
	}

	public function find(int $number): ?StoredCatalogue {
		$rows = $this->database->query('SELECT * FROM *PREFIX*' . self::TABLE . ' WHERE number = :number', ['number' => $number]);
		return $rows === [] ? null : $this->hydrate($rows[0]);
	}

	/** @param Row $row */
	private function hydrate(array $row): StoredCatalogue {
		return new StoredCatalogue(
			(int)$row['number'],
			(string)$row['sha256'],
			(string)$row['catalogue'],
			(string)$row['signature'],
			(string)$row['signed_by'],
		);
	}
}
