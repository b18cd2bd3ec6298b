<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Demo\Adapter\DemoPreferences;
use OCA\Compagnon\Port\Preferences;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(DemoPreferences::class)]
final class DemoPreferencesTest extends PreferencesContract {
	/** Its folder lives as long as this. */
	private DemoSpace $space;

	#[\Override]
	protected function preferences(): Preferences {
		$this->space = new DemoSpace();
		return $this->space->container->get(Preferences::class);
	}
}
