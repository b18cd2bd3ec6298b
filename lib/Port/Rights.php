<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Port;

use OCA\Compagnon\Tour\Right;

/** What people are allowed to do in their space. */
interface Rights {
	public function may(string $userId, Right $right): bool;
}
