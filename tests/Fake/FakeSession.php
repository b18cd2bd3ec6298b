<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Fake;

use OCA\Compagnon\Error\Refused;
use OCA\Compagnon\Port\Session;

final class FakeSession implements Session {
	public function __construct(
		public ?string $userId = 'nadia',
	) {
	}

	#[\Override]
	public function userId(): string {
		return $this->userId ?? throw new Refused('You are no longer logged in. Reload the page and log in again.');
	}
}
