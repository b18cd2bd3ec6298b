<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Port;

/** Who belongs to what in the space. */
interface Members {
	/** Whether this person is in the group that looks after the space. */
	public function isAdmin(string $userId): bool;

	/** @return list<string> ids of the groups that this person is in */
	public function groups(string $userId): array;
}
