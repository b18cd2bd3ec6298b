<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Nextcloud;

use OCA\Compagnon\Port\Members;
use OCP\IGroupManager;
use OCP\IUserManager;

final readonly class GroupMembers implements Members {
	public function __construct(
		private IGroupManager $groups,
		private IUserManager $users,
	) {
	}

	#[\Override]
	public function isAdmin(string $userId): bool {
		return $this->groups->isAdmin($userId);
	}

	#[\Override]
	public function groups(string $userId): array {
		$user = $this->users->get($userId);
		return $user === null ? [] : array_values($this->groups->getUserGroupIds($user));
	}
}
