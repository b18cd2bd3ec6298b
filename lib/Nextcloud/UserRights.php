<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Nextcloud;

use OCA\Compagnon\Port\Rights;
use OCA\Compagnon\Tour\Right;
use OCP\IGroupManager;
use OCP\IUser;
use OCP\IUserManager;
use OCP\Share\IManager;

final readonly class UserRights implements Rights {
	public function __construct(
		private IUserManager $users,
		private IGroupManager $groups,
		private IManager $shares,
	) {
	}

	#[\Override]
	public function may(string $userId, Right $right): bool {
		$user = $this->users->get($userId);
		return $user !== null && match ($right) {
			Right::ShareWithMembers => $this->mayShare($userId),
			Right::ShareByLink => $this->mayShare($userId) && $this->shares->shareApiAllowLinks($user),
			Right::KeepFiles => $this->hasRoom($user),
			Right::ManageMembers => $this->groups->isAdmin($userId),
			Right::ChangeName => $user->canChangeDisplayName(),
			Right::ChangePicture => $user->canChangeAvatar(),
			Right::ChangePassword => $user->canChangePassword(),
		};
	}

	private function mayShare(string $userId): bool {
		return $this->shares->shareApiEnabled() && !$this->shares->sharingDisabledForUser($userId);
	}

	/** A quota of nothing means that only what others share can be used. */
	private function hasRoom(IUser $user): bool {
		return (int)$user->getQuota() !== 0 || !is_numeric(substr(trim($user->getQuota()), 0, 1));
	}
}
