<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\Files;

use Doctrine\DBAL\Connection;

/** What files held before they were given new content. */
final readonly class Versions {
	public function __construct(
		private Connection $connection,
		private Blobs $blobs,
	) {
	}

	/** @return int how often the file was given new content */
	public function count(int $node): int {
		$count = $this->connection->fetchOne('SELECT COUNT(*) FROM versions WHERE node = ?', [$node]);
		return is_numeric($count) ? (int)$count : 0;
	}

	/** @return list<array{number: int, size: int, changedAt: int}> the newest first */
	public function of(int $node): array {
		$rows = $this->connection->fetchAllAssociative('SELECT number, size, changed_at FROM versions WHERE node = ? ORDER BY number DESC', [$node]);
		$int = static fn (mixed $value): int => is_numeric($value) ? (int)$value : 0;
		return array_map(static fn (array $row): array => ['number' => $int($row['number']), 'size' => $int($row['size']), 'changedAt' => $int($row['changed_at'])], $rows);
	}

	/** Puts what the file holds aside, to make place for what comes. */
	public function keep(Node $node): void {
		$number = $this->count($node->id) + 1;
		$this->connection->insert('versions', ['node' => $node->id, 'number' => $number, 'size' => $node->size, 'changed_at' => $node->changedAt]);
		$this->blobs->keepVersion($node->id, $number);
	}
}
