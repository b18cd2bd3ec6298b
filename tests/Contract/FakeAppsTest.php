<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Port\Apps;
use OCA\Compagnon\Tests\Fake\FakeApps;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(FakeApps::class)]
final class FakeAppsTest extends AppsContract {
	#[\Override]
	protected function apps(): Apps {
		return new FakeApps(['compagnon' => ['contract-out'], 'files' => []], ['contract-nobody', '', '🌻']);
	}
}
