<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Demo\Adapter\DemoApps;
use OCA\Compagnon\Port\Apps;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(DemoApps::class)]
final class DemoAppsTest extends AppsContract {
	/** Its folder lives as long as this. */
	private DemoSpace $space;

	#[\Override]
	protected function apps(): Apps {
		$this->space = new DemoSpace();
		return $this->space->container->get(Apps::class);
	}
}
