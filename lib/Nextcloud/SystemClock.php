<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Nextcloud;

use OCA\Compagnon\Port\Clock;
use OCP\AppFramework\Utility\ITimeFactory;

final readonly class SystemClock implements Clock {
	public function __construct(
		private ITimeFactory $time,
	) {
	}

	#[\Override]
	public function now(): int {
		return $this->time->getTime();
	}
}
