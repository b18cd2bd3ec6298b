<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\Adapter;

use OCA\Compagnon\Demo\Account\Accounts;
use OCA\Compagnon\Port\Members;

/** The demo knows one group, that of whoever looks after the space. */
final readonly class DemoMembers implements Members {
	public function __construct(
		private Accounts $accounts,
	) {
	}

	#[\Override]
	public function isAdmin(string $userId): bool {
		return $this->accounts->find($userId)?->role === 'admin';
	}

	#[\Override]
	public function groups(string $userId): array {
		return $this->isAdmin($userId) ? ['admin'] : [];
	}
}
