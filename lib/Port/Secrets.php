<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Port;

use OCA\Compagnon\Error\Unavailable;

/** Keeps what nobody may read from the database alone. */
interface Secrets {
	public function seal(string $plain): string;

	/** @throws Unavailable when it was sealed elsewhere, or changed since */
	public function open(string $sealed): string;
}
