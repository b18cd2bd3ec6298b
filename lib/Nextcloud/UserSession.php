<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Nextcloud;

use OCA\Compagnon\Error\Refused;
use OCA\Compagnon\Port\Session;
use OCP\IUserSession;

final readonly class UserSession implements Session {
	public function __construct(
		private IUserSession $session,
	) {
	}

	#[\Override]
	public function userId(): string {
		return $this->session->getUser()?->getUID()
			?? throw new Refused('You are no longer logged in. Reload the page and log in again.');
	}
}
