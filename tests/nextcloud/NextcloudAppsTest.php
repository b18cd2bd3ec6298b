<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Nextcloud;

use OCA\Compagnon\Nextcloud\InstalledApps;
use OCA\Compagnon\Port\Apps;
use OCA\Compagnon\Tests\Contract\AppsContract;
use OCP\App\IAppManager;
use OCP\IGroupManager;
use OCP\Server;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(InstalledApps::class)]
final class NextcloudAppsTest extends AppsContract {
	#[\Override]
	protected function setUp(): void {
		$group = Server::get(IGroupManager::class)->createGroup('contract-group');
		self::assertNotNull($group);
		$group->addUser(Support::person('contract-in'));
		Support::person('contract-out');
		Server::get(IAppManager::class)->enableAppForGroups('compagnon', [$group]);
	}

	#[\Override]
	protected function tearDown(): void {
		Server::get(IAppManager::class)->enableApp('compagnon');
	}

	#[\Override]
	protected function apps(): Apps {
		return Support::adapter(Apps::class);
	}
}
