<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Port\Preferences;
use OCA\Compagnon\Tests\Fake\MemoryPreferences;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(MemoryPreferences::class)]
final class FakePreferencesTest extends PreferencesContract {
	#[\Override]
	protected function preferences(): Preferences {
		return new MemoryPreferences();
	}
}
