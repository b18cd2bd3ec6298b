<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Demo\Account\Accounts;
use OCA\Compagnon\Demo\Adapter\DemoRights;
use OCA\Compagnon\Port\Rights;
use OCA\Compagnon\Tour\Right;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(DemoRights::class)]
final class DemoRightsTest extends RightsContract {
	private DemoSpace $space;

	#[\Override]
	protected function setUp(): void {
		$this->space = new DemoSpace();
		$this->space->container->get(Accounts::class)->add('contract-admin', 'Admin', 'secret', role: 'admin');
	}

	public function testPasswordsCannotBeChangedHere(): void {
		self::assertFalse($this->rights()->may('contract-admin', Right::ChangePassword));
		self::assertTrue($this->rights()->may('contract-in', Right::ChangePicture));
	}

	#[\Override]
	protected function rights(): Rights {
		return $this->space->container->get(Rights::class);
	}
}
