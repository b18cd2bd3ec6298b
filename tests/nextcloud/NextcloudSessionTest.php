<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Nextcloud;

use OCA\Compagnon\Nextcloud\UserSession;
use OCA\Compagnon\Port\Session;
use OCA\Compagnon\Tests\Contract\SessionContract;
use OCP\IUserSession;
use OCP\Server;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(UserSession::class)]
final class NextcloudSessionTest extends SessionContract {
	#[\Override]
	protected function tearDown(): void {
		Server::get(IUserSession::class)->setUser(null);
	}

	#[\Override]
	protected function session(?string $userId): Session {
		Server::get(IUserSession::class)->setUser($userId === null ? null : Support::person($userId));
		return Support::adapter(Session::class);
	}
}
