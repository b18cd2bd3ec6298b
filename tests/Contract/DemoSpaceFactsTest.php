<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use Doctrine\DBAL\Connection;
use OCA\Compagnon\Demo\Account\Account;
use OCA\Compagnon\Demo\Account\Accounts;
use OCA\Compagnon\Demo\Adapter\DemoSpaceFacts;
use OCA\Compagnon\Demo\Files\Nodes;
use OCA\Compagnon\Demo\Files\Shares;
use OCA\Compagnon\Port\SpaceFacts;
use OCA\Compagnon\Tour\Fact;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(DemoSpaceFacts::class)]
final class DemoSpaceFactsTest extends SpaceFactsContract {
	private DemoSpace $space;
	private Nodes $nodes;
	private Shares $shares;
	/** @var array<string, list<int>> ids of what each person made, by person and fact */
	private array $made = [];

	#[\Override]
	protected function setUp(): void {
		$this->space = new DemoSpace();
		$this->nodes = $this->space->container->get(Nodes::class);
		$this->shares = $this->space->container->get(Shares::class);
		foreach (['contract-in', 'contract-out'] as $person) {
			foreach (['one', 'two', 'three', 'four', 'five'] as $name) {
				$this->made[$person . ' to share'][] = $this->nodes->insert($person, $person, 0, $name, false, 1);
			}
		}
	}

	#[\Override]
	protected function facts(): SpaceFacts {
		return $this->space->container->get(SpaceFacts::class);
	}

	/** The demo has files and sharing only. */
	#[\Override]
	protected static function isHere(Fact $fact): bool {
		return in_array($fact, [
			Fact::FolderCreated, Fact::FileUploaded, Fact::ShareCreated, Fact::MemberShareCreated, Fact::LinkCreated, Fact::ProtectedLinkCreated,
		], true);
	}

	#[\Override]
	protected function newcomer(): string {
		$accounts = $this->space->container->get(Accounts::class);
		$accounts->add('contract-new', 'New', 'secret');
		return 'contract-new';
	}

	#[\Override]
	protected function make(string $userId, Fact $fact): void {
		$name = bin2hex(random_bytes(6));
		$this->made[$userId . $fact->value][] = match ($fact) {
			Fact::FolderCreated => $this->nodes->insert($userId, $userId, 0, $name, true),
			Fact::FileUploaded => $this->nodes->insert($userId, $userId, 0, $name, false, 1),
			Fact::ShareCreated, Fact::MemberShareCreated => $this->shares->withMember($this->toShare($userId), $userId, $this->other($userId), false),
			Fact::LinkCreated => $this->shares->byLink($this->toShare($userId), $userId, ''),
			Fact::ProtectedLinkCreated => $this->shares->byLink($this->toShare($userId), $userId, 'secret'),
			default => self::fail("the demo has nothing for $fact->value"),
		};
	}

	#[\Override]
	protected function undo(string $userId, Fact $fact): void {
		$id = (int)array_pop($this->made[$userId . $fact->value]);
		if ($fact === Fact::FolderCreated || $fact === Fact::FileUploaded) {
			$this->space->container->get(Connection::class)->delete('nodes', ['id' => $id]);
		} else {
			$this->shares->revoke($userId, $id);
		}
	}

	/** One file is shared with one person once only. */
	private function toShare(string $userId): int {
		$left = $this->made[$userId . ' to share'] ?? [];
		$this->made[$userId . ' to share'] = array_slice($left, 1);
		return $left[0] ?? $this->nodes->insert($userId, $userId, 0, bin2hex(random_bytes(6)), false, 1);
	}

	private function other(string $userId): Account {
		$other = $this->space->container->get(Accounts::class)->find($userId === 'contract-in' ? 'contract-out' : 'contract-in');
		return $other ?? self::fail('nobody else is here');
	}
}
