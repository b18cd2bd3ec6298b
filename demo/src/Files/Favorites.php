<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\Files;

use Doctrine\DBAL\Connection;

/** What somebody has starred. */
final readonly class Favorites {
	public function __construct(
		private Connection $connection,
	) {
	}

	/** @return array<int, true> ids of the person's favourites */
	public function of(string $account): array {
		$ids = $this->connection->fetchFirstColumn('SELECT node FROM favorites WHERE account = ? ORDER BY id', [$account]);
		return array_fill_keys(array_map(static fn (mixed $id): int => is_numeric($id) ? (int)$id : 0, $ids), true);
	}

	public function set(string $account, int $node, bool $starred): void {
		if ($starred) {
			$this->connection->executeStatement('INSERT OR IGNORE INTO favorites (account, node) VALUES (?, ?)', [$account, $node]);
		} else {
			$this->connection->delete('favorites', ['account' => $account, 'node' => $node]);
		}
	}
}
