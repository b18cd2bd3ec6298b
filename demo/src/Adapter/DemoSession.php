<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\Adapter;

use OCA\Compagnon\Demo\Account\Visitor;
use OCA\Compagnon\Error\Refused;
use OCA\Compagnon\Port\Session;

final readonly class DemoSession implements Session {
	public function __construct(
		private Visitor $visitor,
	) {
	}

	#[\Override]
	public function userId(): string {
		return $this->visitor->account->id
			?? throw new Refused('You are no longer logged in. Reload the page and log in again.');
	}
}
