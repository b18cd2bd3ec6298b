<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Nextcloud;

use OCA\Compagnon\Nextcloud\UserRights;
use OCA\Compagnon\Port\Rights;
use OCA\Compagnon\Tests\Contract\RightsContract;
use OCA\Compagnon\Tour\Right;
use OCP\Group\ISubAdmin;
use OCP\IConfig;
use OCP\IGroup;
use OCP\IGroupManager;
use OCP\IUser;
use OCP\IUserSession;
use OCP\Server;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\TestWith;

#[CoversClass(UserRights::class)]
final class NextcloudRightsTest extends RightsContract {
	private IGroup $group;
	/** Somebody new each time, since the server remembers who may not share. */
	private IUser $person;

	#[\Override]
	protected function setUp(): void {
		Doer::admins()->addUser(Support::person('contract-admin'));
		Support::person('contract-in');
		$group = Server::get(IGroupManager::class)->createGroup('contract-choir');
		self::assertNotNull($group);
		$this->group = $group;
		$this->person = Support::person('contract-' . bin2hex(random_bytes(4)));
		Server::get(IUserSession::class)->setUser($this->person);
	}

	#[\Override]
	protected function tearDown(): void {
		Server::get(IUserSession::class)->setUser(null);
		foreach (['shareapi_enabled', 'shareapi_exclude_groups', 'shareapi_exclude_groups_list', 'shareapi_allow_links', 'shareapi_allow_links_exclude_groups', 'shareapi_only_share_with_group_members', 'shareapi_only_share_with_group_members_exclude_group_list'] as $key) {
			Server::get(IConfig::class)->deleteAppValue('core', $key);
		}
		Server::get(IConfig::class)->deleteSystemValue('allow_user_to_change_display_name');
		$this->person->delete();
		Doer::admins()->removeUser(Support::person('contract-admin'));
		$this->group->delete();
	}

	public function testWhereSharingIsOffNobodyShares(): void {
		$this->set('shareapi_enabled', 'no');

		self::assertSame([], $this->allowed(Right::ShareWithMembers, Right::ShareByLink));
	}

	public function testWhoIsInAGroupThatMayNotShareDoesNot(): void {
		$this->set('shareapi_exclude_groups', 'yes');
		$this->set('shareapi_exclude_groups_list', '["contract-choir"]');
		$this->group->addUser($this->person);

		self::assertSame([], $this->allowed(Right::ShareWithMembers, Right::ShareByLink));
		self::assertTrue($this->rights()->may('contract-in', Right::ShareWithMembers));
	}

	public function testWhereOnlySomeMayShareTheOthersDoNot(): void {
		$this->set('shareapi_exclude_groups', 'allow');
		$this->set('shareapi_exclude_groups_list', '["contract-choir"]');
		self::assertSame([], $this->allowed(Right::ShareWithMembers, Right::ShareByLink));
	}

	public function testWithoutLinksMembersAreLeft(): void {
		$this->set('shareapi_allow_links', 'no');

		self::assertSame([Right::ShareWithMembers], $this->allowed(Right::ShareWithMembers, Right::ShareByLink));
	}

	public function testWhoIsInAGroupWithoutLinksHasNone(): void {
		$this->set('shareapi_allow_links_exclude_groups', '["contract-choir"]');
		self::assertSame([Right::ShareByLink], $this->allowed(Right::ShareByLink));

		$this->group->addUser($this->person);
		self::assertSame([], $this->allowed(Right::ShareByLink));
	}

	public function testWhereOneSharesWithOnesGroupsOnlySomebodyWithoutAGroupCannot(): void {
		$this->set('shareapi_only_share_with_group_members', 'yes');
		self::assertSame([Right::ShareByLink], $this->allowed(Right::ShareWithMembers, Right::ShareByLink));

		$this->group->addUser($this->person);
		self::assertSame([Right::ShareWithMembers], $this->allowed(Right::ShareWithMembers));

		$this->set('shareapi_only_share_with_group_members_exclude_group_list', '["contract-choir"]');
		self::assertSame([], $this->allowed(Right::ShareWithMembers));
	}

	#[TestWith(['0 B', false])]
	#[TestWith(['0', false])]
	#[TestWith(['0.5 GB', true])]
	#[TestWith(['1 GB', true])]
	#[TestWith(['none', true])]
	#[TestWith(['default', true])]
	public function testWhoHasNoRoomKeepsNoFiles(string $quota, bool $may): void {
		$this->person->setQuota($quota);

		self::assertSame($may, $this->rights()->may($this->person->getUID(), Right::KeepFiles));
	}

	public function testWhoLooksAfterAGroupManagesMembers(): void {
		self::assertSame([], $this->allowed(Right::ManageMembers));

		Server::get(ISubAdmin::class)->createSubAdmin($this->person, $this->group);
		self::assertSame([Right::ManageMembers], $this->allowed(Right::ManageMembers));
	}

	public function testAnAccountOfTheSpaceCanBeChangedUnlessThatIsForbidden(): void {
		self::assertCount(3, $this->allowed(Right::ChangeName, Right::ChangePicture, Right::ChangePassword));

		Server::get(IConfig::class)->setSystemValue('allow_user_to_change_display_name', false);
		self::assertSame([Right::ChangePicture, Right::ChangePassword], $this->allowed(Right::ChangeName, Right::ChangePicture, Right::ChangePassword));
	}

	#[\Override]
	protected function rights(): Rights {
		return Support::adapter(Rights::class);
	}

	private function set(string $key, string $value): void {
		Server::get(IConfig::class)->setAppValue('core', $key, $value);
	}

	/** @return list<Right> those that the person has */
	private function allowed(Right ...$rights): array {
		return array_values(array_filter($rights, fn (Right $right): bool => $this->rights()->may($this->person->getUID(), $right)));
	}
}
