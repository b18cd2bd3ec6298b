<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Port\Rights;
use OCA\Compagnon\Tests\Fake\FakeRights;
use OCA\Compagnon\Tour\Right;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(FakeRights::class)]
final class FakeRightsTest extends RightsContract {
	#[\Override]
	protected function rights(): Rights {
		$rights = new FakeRights();
		$rights->deniedTo = ['contract-in' => [Right::ManageMembers]] + array_fill_keys(['contract-nobody', '', '🌻'], Right::cases());
		return $rights;
	}
}
