<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\Adapter;

use OCA\Compagnon\Port\Clock;

final readonly class SystemClock implements Clock {
	#[\Override]
	public function now(): int {
		return time();
	}
}
