<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Map;

use OCA\Compagnon\Port\Database;
use OCA\Compagnon\Transfer\Source\Source;

/**
 * Copies by the addresses that their items had at the provider, where the id in a link is another than the item's: of a
 * file at Dropbox a link knows the path only, and what came by a shortcut has the shortcut's id.
 */
final readonly class LinkedCopies {
	public function __construct(
		private Database $database,
	) {
	}

	/**
	 * @param string $id as the source reads it in a link
	 * @return list<int> ids of files in the space, the newest first
	 */
	public function of(string $userId, Source $source, string $id): array {
		// A wildcard in an address only lets more through, which the source then reads.
		$rows = $this->database->query(
			'SELECT i.link AS link, i.file_id AS file_id FROM *PREFIX*compagnon_transfer_item i'
			. ' INNER JOIN *PREFIX*compagnon_transfer_run r ON r.id = i.run_id'
			. ' WHERE r.user_id = :user AND r.source = :source AND i.file_id IS NOT NULL AND LOWER(i.link) LIKE :part ORDER BY r.created_at DESC',
			['user' => $userId, 'source' => $source->id(), 'part' => '%' . mb_strtolower(rawurlencode(substr((string)strrchr("/$id", '/'), 1))) . '%'],
		);
		$found = array_filter($rows, static fn (array $row): bool => $source->idOfLink((string)$row['link']) === $id);
		return array_values(array_unique(array_map(static fn (array $row): int => (int)$row['file_id'], $found)));
	}
}
