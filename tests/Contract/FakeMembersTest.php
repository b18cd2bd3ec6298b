<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Port\Members;
use OCA\Compagnon\Tests\Fake\FakeMembers;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(FakeMembers::class)]
final class FakeMembersTest extends MembersContract {
	#[\Override]
	protected function members(): Members {
		$members = new FakeMembers();
		$members->admins = ['contract-admin'];
		$members->groups = ['contract-in' => ['choir']];
		return $members;
	}
}
