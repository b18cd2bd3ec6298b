<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Port\People;
use OCA\Compagnon\Tests\Fake\FakePeople;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(FakePeople::class)]
final class FakePeopleTest extends PeopleContract {
	#[\Override]
	protected function people(): People {
		return new FakePeople(['contract-otto' => 'Otto Contractée', 'contract-ina' => 'Ina Contractée']);
	}
}
