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

/**
 * The demo has files and sharing; what is about anything else never holds here. Ids of files and shares only grow, so the
 * highest one is a mark. As on the server, only the person's own home counts.
 */
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

	#[\Override]
	public function holds(string $userId, Fact $fact): bool {
		return $this->highest($userId, $fact) > 0;
	}

	private function highest(string $userId, Fact $fact): int {
		$sql = match ($fact) {
			Fact::FolderCreated => 'SELECT MAX(id) FROM nodes WHERE owner = ? AND folder = 1',
			Fact::FileUploaded => 'SELECT MAX(id) FROM nodes WHERE owner = ? AND folder = 0',
			Fact::ShareCreated => 'SELECT MAX(id) FROM shares WHERE creator = ?',
			Fact::MemberShareCreated => 'SELECT MAX(id) FROM shares WHERE creator = ? AND member IS NOT NULL',
			Fact::LinkCreated => 'SELECT MAX(id) FROM shares WHERE creator = ? AND token IS NOT NULL',
			// A link of the demo has its password from the beginning or never.
			Fact::ProtectedLinkCreated => 'SELECT MAX(id) FROM shares WHERE creator = ? AND token IS NOT NULL AND password IS NOT NULL',
			default => null,
		};
		$highest = $sql === null ? 0 : $this->connection->fetchOne($sql, [$userId]);
		return is_int($highest) ? $highest : 0;
	}
}
