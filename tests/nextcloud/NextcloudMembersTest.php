<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Nextcloud;

use OCA\Compagnon\Nextcloud\GroupMembers;
use OCA\Compagnon\Port\Members;
use OCA\Compagnon\Tests\Contract\MembersContract;
use OCP\IGroup;
use OCP\IGroupManager;
use OCP\Server;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(GroupMembers::class)]
final class NextcloudMembersTest extends MembersContract {
	/** @var list<IGroup> */
	private array $groups = [];

	#[\Override]
	protected function setUp(): void {
		Doer::admins()->addUser(Support::person('contract-admin'));
		foreach (['contract-choir', 'contract-board'] as $id) {
			$group = Server::get(IGroupManager::class)->createGroup($id);
			self::assertNotNull($group);
			$group->addUser(Support::person('contract-in'));
			$this->groups[] = $group;
		}
	}

	#[\Override]
	protected function tearDown(): void {
		Doer::admins()->removeUser(Support::person('contract-admin'));
		array_map(static fn (IGroup $group): bool => $group->delete(), $this->groups);
	}

	public function testEachGroupIsNamedByItsId(): void {
		$groups = $this->members()->groups('contract-in');
		sort($groups);

		self::assertSame(['contract-board', 'contract-choir'], array_values(array_intersect($groups, ['contract-board', 'contract-choir'])));
	}

	#[\Override]
	protected function members(): Members {
		return Support::adapter(Members::class);
	}
}
