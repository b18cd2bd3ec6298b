<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use Doctrine\DBAL\Connection;
use OCA\Compagnon\Demo\Adapter\DemoSpaceFacts;
use OCA\Compagnon\Port\SpaceFacts;
use OCA\Compagnon\Tour\Fact;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(DemoSpaceFacts::class)]
final class DemoSpaceFactsTest extends SpaceFactsContract {
	private DemoSpace $space;
	private Connection $connection;

	#[\Override]
	protected function setUp(): void {
		$this->space = new DemoSpace();
		$this->connection = $this->space->container->get(Connection::class);
		foreach (['contract-in', 'contract-out'] as $person) {
			$this->node($person, 0);
		}
	}

	#[\Override]
	protected function facts(): SpaceFacts {
		return $this->space->container->get(SpaceFacts::class);
	}

	#[\Override]
	protected function make(string $userId, Fact $fact): void {
		if ($fact !== Fact::ShareCreated) {
			$this->node($userId, $fact === Fact::FolderCreated ? 1 : 0);
			return;
		}
		$node = $this->connection->fetchOne('SELECT MIN(id) FROM nodes WHERE creator = ?', [$userId]);
		$this->connection->insert('shares', ['node' => $node, 'creator' => $userId, 'token' => bin2hex(random_bytes(8)), 'editable' => 0]);
	}

	#[\Override]
	protected function undo(string $userId, Fact $fact): void {
		$this->connection->executeStatement(match ($fact) {
			Fact::FolderCreated => 'DELETE FROM nodes WHERE id = (SELECT MAX(id) FROM nodes WHERE folder = 1 AND creator = ?)',
			Fact::FileUploaded => 'DELETE FROM nodes WHERE id = (SELECT MAX(id) FROM nodes WHERE folder = 0 AND creator = ?)',
			Fact::ShareCreated => 'DELETE FROM shares WHERE id = (SELECT MAX(id) FROM shares WHERE creator = ?)',
		}, [$userId]);
	}

	private function node(string $userId, int $folder): void {
		$this->connection->insert('nodes', [
			'owner' => $userId, 'creator' => $userId, 'parent' => 0, 'name' => bin2hex(random_bytes(6)), 'folder' => $folder, 'size' => 1, 'changed_at' => 1,
		]);
	}
}
