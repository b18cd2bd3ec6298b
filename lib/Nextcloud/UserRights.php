<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Nextcloud;

use OCA\Compagnon\Port\Rights;
use OCA\Compagnon\Tour\Right;
use OCP\Group\ISubAdmin;
use OCP\IGroupManager;
use OCP\IUser;
use OCP\IUserManager;
use OCP\Share\IManager;

/** What the settings of the space and the kind of account allow. Links are asked about for whoever is logged in. */
final readonly class UserRights implements Rights {
	public function __construct(
		private IUserManager $users,
		private IGroupManager $groups,
		private ISubAdmin $subAdmins,
		private IManager $shares,
	) {
	}

	#[\Override]
	public function may(string $userId, Right $right): bool {
		$user = $this->users->get($userId);
		return $user !== null && match ($right) {
			Right::ShareWithMembers => $this->mayShare($user) && $this->hasSomebodyToShareWith($user),
			Right::ShareByLink => $this->mayShare($user) && $this->shares->shareApiAllowLinks(),
			// With a quota of nothing, only what others share can be used.
			Right::KeepFiles => (int)$user->getQuotaBytes() !== 0,
			Right::ManageMembers => $this->mayManage($user),
			Right::ChangeName => $user->canChangeDisplayName(),
			Right::ChangePicture => $user->canChangeAvatar(),
			Right::ChangePassword => $user->canChangePassword(),
		};
	}

	private function mayShare(IUser $user): bool {
		return $this->shares->shareApiEnabled() && !$this->shares->sharingDisabledForUser($user->getUID());
	}

	/** Where people may share within their groups only, somebody without a group can share with nobody. */
	private function hasSomebodyToShareWith(IUser $user): bool {
		if (!$this->shares->shareWithGroupMembersOnly()) {
			return true;
		}
		$excluded = array_filter($this->shares->shareWithGroupMembersOnlyExcludeGroupsList(), 'is_string');
		return array_diff($this->groups->getUserGroupIds($user), $excluded) !== [];
	}

	/** Those who look after the space, those to whom the accounts were entrusted, and those who look after a group. */
	private function mayManage(IUser $user): bool {
		return $this->groups->isAdmin($user->getUID())
			|| $this->groups->isDelegatedAdmin($user->getUID())
			|| $this->subAdmins->isSubAdmin($user);
	}
}
