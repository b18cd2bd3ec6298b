<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Port\Settings;
use OCA\Compagnon\Tests\Fake\MemorySettings;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(MemorySettings::class)]
final class FakeSettingsTest extends SettingsContract {
	#[\Override]
	protected function settings(): Settings {
		return new MemorySettings();
	}
}
