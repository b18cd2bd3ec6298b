<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Port;

/** What a person has set for themselves; small values that go with the account. */
interface Preferences {
	public function flag(string $userId, string $key): bool;

	public function setFlag(string $userId, string $key, bool $value): void;

	/** Removes every preference that this app keeps for the person; for everybody when null. */
	public function forget(?string $userId): void;
}
