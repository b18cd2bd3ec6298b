<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\Adapter;

use Doctrine\DBAL\Connection;
use OCA\Compagnon\Port\SpaceFacts;
use OCA\Compagnon\Tour\Fact;

/** Ids of files and shares only grow, so the highest one is a mark. As on the server, only the person's own home counts. */
final readonly class DemoSpaceFacts implements SpaceFacts {
	public function __construct(
		private Connection $connection,
	) {
	}

	#[\Override]
	public function mark(string $userId, Fact $fact): string {
		return (string)$this->highest($userId, $fact);
	}

	#[\Override]
	public function holdsSince(string $userId, Fact $fact, string $mark): bool {
		return $this->highest($userId, $fact) > (int)$mark;
	}

	private function highest(string $userId, Fact $fact): int {
		$sql = match ($fact) {
			Fact::FolderCreated => 'SELECT MAX(id) FROM nodes WHERE owner = ? AND folder = 1',
			Fact::FileUploaded => 'SELECT MAX(id) FROM nodes WHERE owner = ? AND folder = 0',
			Fact::ShareCreated => 'SELECT MAX(id) FROM shares WHERE creator = ?',
		};
		$highest = $this->connection->fetchOne($sql, [$userId]);
		return is_int($highest) ? $highest : 0;
	}
}
