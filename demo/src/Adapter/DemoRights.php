<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\Adapter;

use OCA\Compagnon\Demo\Account\Accounts;
use OCA\Compagnon\Port\Members;
use OCA\Compagnon\Port\Rights;
use OCA\Compagnon\Tour\Right;

/** Everybody may use files and sharing in the demo; passwords are those that it shows at login. */
final readonly class DemoRights implements Rights {
	public function __construct(
		private Accounts $accounts,
		private Members $members,
	) {
	}

	#[\Override]
	public function may(string $userId, Right $right): bool {
		return $this->accounts->find($userId) !== null && match ($right) {
			Right::ShareWithMembers, Right::ShareByLink, Right::KeepFiles, Right::ChangeName, Right::ChangePicture => true,
			Right::ManageMembers => $this->members->isAdmin($userId),
			Right::ChangePassword => false,
		};
	}
}
