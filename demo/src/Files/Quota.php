<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\Files;

use Doctrine\DBAL\Connection;

/** How much somebody may keep, where that is limited: a preference "quota" of the account, in bytes. */
final readonly class Quota {
	public function __construct(
		private Connection $connection,
		private Nodes $nodes,
	) {
	}

	public function limit(string $account, int $bytes): void {
		$this->connection->executeStatement('INSERT OR REPLACE INTO preferences (account, name, value) VALUES (?, ?, ?)', [$account, 'quota', (string)$bytes]);
	}

	/** @return ?int bytes that still fit; null without a limit */
	public function room(string $account): ?int {
		$limit = $this->connection->fetchOne('SELECT value FROM preferences WHERE account = ? AND name = ?', [$account, 'quota']);
		return is_numeric($limit) ? max(0, (int)$limit - $this->nodes->sizeBelow($account, 0)) : null;
	}
}
