<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Demo\Adapter\DemoSettings;
use OCA\Compagnon\Port\Settings;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(DemoSettings::class)]
final class DemoSettingsTest extends SettingsContract {
	/** Its folder lives as long as this. */
	private DemoSpace $space;

	#[\Override]
	protected function settings(): Settings {
		$this->space = new DemoSpace();
		return $this->space->container->get(Settings::class);
	}
}
