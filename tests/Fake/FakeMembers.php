<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Fake;

use OCA\Compagnon\Port\Members;

final class FakeMembers implements Members {
	/** @var list<string> */
	public array $admins = [];
	/** @var array<string, list<string>> by person, beside the group of those who look after the space */
	public array $groups = [];

	#[\Override]
	public function isAdmin(string $userId): bool {
		return in_array($userId, $this->admins, true);
	}

	#[\Override]
	public function groups(string $userId): array {
		return [...($this->isAdmin($userId) ? ['admin'] : []), ...($this->groups[$userId] ?? [])];
	}
}
