<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Nextcloud;

use OCA\Compagnon\Nextcloud\UserPreferences;
use OCA\Compagnon\Port\Preferences;
use OCA\Compagnon\Tests\Contract\PreferencesContract;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(UserPreferences::class)]
final class NextcloudPreferencesTest extends PreferencesContract {
	#[\Override]
	protected function preferences(): Preferences {
		Support::person('contract-in');
		Support::person('contract-out');
		Support::adapter(Preferences::class)->forget(null);
		return Support::adapter(Preferences::class);
	}
}
