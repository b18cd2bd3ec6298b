<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Port\Rights;
use OCA\Compagnon\Tour\Right;
use PHPUnit\Framework\TestCase;

/** What every Rights has to do, in a space that forbids nothing. */
abstract class RightsContract extends TestCase {
	/** With the people "contract-in", who is a member, and "contract-admin", who looks after the space. */
	abstract protected function rights(): Rights;

	public function testEverybodyMayKeepFilesAndShareThem(): void {
		foreach (['contract-in', 'contract-admin'] as $person) {
			foreach ([Right::KeepFiles, Right::ShareWithMembers, Right::ShareByLink] as $right) {
				self::assertTrue($this->rights()->may($person, $right), "$person $right->value");
			}
		}
	}

	public function testOnlyWhoLooksAfterTheSpaceMayManageMembers(): void {
		self::assertTrue($this->rights()->may('contract-admin', Right::ManageMembers));
		self::assertFalse($this->rights()->may('contract-in', Right::ManageMembers));
	}

	public function testSomebodyUnknownMayNothing(): void {
		foreach (['contract-nobody', '', '🌻'] as $person) {
			foreach (Right::cases() as $right) {
				self::assertFalse($this->rights()->may($person, $right), "\"$person\" $right->value");
			}
		}
	}
}
