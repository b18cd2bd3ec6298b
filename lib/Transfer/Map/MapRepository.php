<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Map;

use OCA\Compagnon\Port\Database;
use OCA\Compagnon\Transfer\Item\Column;
use OCA\Compagnon\Transfer\Item\ManyRows;

/**
 * The table compagnon_transfer_map: which copy belongs to what at the source.
 *
 * @phpstan-import-type Row from Database
 */
final readonly class MapRepository {
	private const TABLE = 'compagnon_transfer_map';
	private const AT_ONCE = 100;

	public function __construct(
		private Database $database,
	) {
	}

	/** @param list<Copy> $copies */
	public function remember(string $userId, string $origin, array $copies): void {
		$rows = [];
		foreach ($copies as $copy) {
			$rows[$copy->itemKey] = [
				'file_id' => $copy->fileId,
				'etag' => $copy->etag,
				'size' => $copy->size,
				'revision' => $copy->revision,
				'hash' => $copy->hash,
				'stored_at' => $copy->storedAt,
			];
		}
		$known = array_intersect_key($rows, $this->find($userId, $origin, array_keys($rows)));
		$many = new ManyRows($this->database);
		$identity = ['user_id' => $userId, 'origin' => $origin];
		$many->update('UPDATE *PREFIX*' . self::TABLE . ' SET ', 'user_id = :user_id AND origin = :origin AND item_key', $identity, $known);
		$new = [];
		foreach (array_diff_key($rows, $known) as $key => $row) {
			$new[] = $identity + ['item_key' => $key] + $row;
		}
		$many->insert('*PREFIX*' . self::TABLE, $new);
	}

	/**
	 * @param list<string> $keys
	 * @return array<string, Copy> by key of the item
	 */
	public function find(string $userId, string $origin, array $keys): array {
		$found = [];
		foreach (array_chunk($keys, self::AT_ONCE) as $chunk) {
			$values = ['user' => $userId, 'origin' => $origin];
			foreach ($chunk as $i => $key) {
				$values["key$i"] = $key;
			}
			$list = implode(', ', array_map(static fn (int $i): string => ":key$i", array_keys($chunk)));
			foreach ($this->database->query('SELECT * FROM *PREFIX*' . self::TABLE . " WHERE user_id = :user AND origin = :origin AND item_key IN ($list)", $values) as $row) {
				$copy = self::hydrate($row);
				$found[$copy->itemKey] = $copy;
			}
		}
		return $found;
	}

	/** Whether a file is the copy of something else: then it is nothing that a new version of this may replace. */
	public function isOfAnother(string $userId, int $fileId, string $itemKey): bool {
		return $this->database->query(
			'SELECT item_key FROM *PREFIX*' . self::TABLE . ' WHERE user_id = :user AND file_id = :file AND item_key <> :key LIMIT 1',
			['user' => $userId, 'file' => $fileId, 'key' => $itemKey],
		) !== [];
	}

	/** @return list<Copy> the newest first: whatever account or archive it came from */
	public function copiesOf(string $userId, string $itemKey): array {
		return array_map(self::hydrate(...), $this->database->query(
			'SELECT * FROM *PREFIX*' . self::TABLE . ' WHERE user_id = :user AND item_key = :key ORDER BY stored_at DESC, origin ASC',
			['user' => $userId, 'key' => $itemKey],
		));
	}

	/** @param Row $row */
	private static function hydrate(array $row): Copy {
		return new Copy(
			(string)$row['item_key'],
			(int)$row['file_id'],
			(string)$row['etag'],
			(int)$row['size'],
			Column::text($row['revision']),
			Column::text($row['hash']),
			(int)$row['stored_at'],
		);
	}
}
