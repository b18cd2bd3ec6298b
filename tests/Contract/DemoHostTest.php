<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Demo\Adapter\DemoHost;
use OCA\Compagnon\Port\Host;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(DemoHost::class)]
final class DemoHostTest extends HostContract {
	/** Its folder lives as long as this. */
	private DemoSpace $space;

	#[\Override]
	protected function host(): Host {
		$this->space = new DemoSpace();
		return $this->space->container->get(Host::class);
	}
}
