<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\Adapter;

use OCA\Compagnon\Demo\Account\Account;
use OCA\Compagnon\Demo\Account\Accounts;
use OCA\Compagnon\Port\People;

final readonly class DemoPeople implements People {
	public function __construct(
		private Accounts $accounts,
	) {
	}

	#[\Override]
	public function exists(string $userId): bool {
		return $this->accounts->find($userId) !== null;
	}

	#[\Override]
	public function name(string $userId): string {
		return $this->accounts->find($userId)->name ?? $userId;
	}

	#[\Override]
	public function find(string $text, int $limit): array {
		$found = array_filter($this->accounts->all(), static fn (Account $account): bool => $text === '' || mb_stripos("$account->id\n$account->name", $text) !== false);
		usort($found, static fn (Account $a, Account $b): int => strcoll($a->name, $b->name));
		return array_map(static fn (Account $account): array => ['id' => $account->id, 'name' => $account->name], array_slice($found, 0, $limit));
	}
}
