<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Demo\Account\Accounts;
use OCA\Compagnon\Demo\Adapter\DemoPeople;
use OCA\Compagnon\Port\People;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(DemoPeople::class)]
final class DemoPeopleTest extends PeopleContract {
	private DemoSpace $space;

	#[\Override]
	protected function setUp(): void {
		$this->space = new DemoSpace();
		$accounts = $this->space->container->get(Accounts::class);
		$accounts->add('contract-otto', 'Otto Contractée', 'secret');
		$accounts->add('contract-ina', 'Ina Contractée', 'secret');
	}

	#[\Override]
	protected function people(): People {
		return $this->space->container->get(People::class);
	}
}
