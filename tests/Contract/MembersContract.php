<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Port\Members;
use PHPUnit\Framework\TestCase;

/** What every Members has to do. */
abstract class MembersContract extends TestCase {
	/** With the people "contract-in", who is a member, and "contract-admin", who looks after the space. */
	abstract protected function members(): Members;

	public function testWhoLooksAfterTheSpaceIsTold(): void {
		self::assertTrue($this->members()->isAdmin('contract-admin'));
		self::assertFalse($this->members()->isAdmin('contract-in'));
	}

	public function testWhoLooksAfterTheSpaceIsAGroupToo(): void {
		self::assertContains('admin', $this->members()->groups('contract-admin'));
		self::assertNotContains('admin', $this->members()->groups('contract-in'));
	}

	public function testGroupsAreAList(): void {
		self::assertTrue(array_is_list($this->members()->groups('contract-admin')));
	}

	public function testSomebodyUnknownIsInNothing(): void {
		foreach (['contract-nobody', '', '🌻', 'CONTRACT'] as $person) {
			self::assertFalse($this->members()->isAdmin($person), "\"$person\"");
			self::assertSame([], $this->members()->groups($person), "\"$person\"");
		}
	}
}
