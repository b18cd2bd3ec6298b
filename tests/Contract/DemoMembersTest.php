<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Demo\Account\Accounts;
use OCA\Compagnon\Demo\Adapter\DemoMembers;
use OCA\Compagnon\Port\Members;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(DemoMembers::class)]
final class DemoMembersTest extends MembersContract {
	private DemoSpace $space;

	#[\Override]
	protected function setUp(): void {
		$this->space = new DemoSpace();
		$this->space->container->get(Accounts::class)->add('contract-admin', 'Admin', 'secret', role: 'admin');
		$this->space->container->get(Accounts::class)->add('contract-delegate', 'Delegate', 'secret', role: 'delegate');
	}

	public function testSomebodyWithAPartOfTheWorkIsNoAdmin(): void {
		self::assertFalse($this->members()->isAdmin('contract-delegate'));
	}

	#[\Override]
	protected function members(): Members {
		return $this->space->container->get(Members::class);
	}
}
