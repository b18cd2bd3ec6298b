<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Nextcloud;

use OCA\Compagnon\Port\Apps;
use OCP\App\IAppManager;
use OCP\IUserManager;

final readonly class InstalledApps implements Apps {
	public function __construct(
		private IAppManager $apps,
		private IUserManager $users,
	) {
	}

	#[\Override]
	public function usable(string $app, string $userId): bool {
		$user = $this->users->get($userId);
		return $user !== null && $this->apps->isEnabledForUser($app, $user);
	}

	#[\Override]
	public function version(string $app): ?string {
		return $this->apps->isEnabledForAnyone($app) ? $this->apps->getAppVersion($app) : null;
	}
}
