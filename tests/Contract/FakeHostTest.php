<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Port\Host;
use OCA\Compagnon\Tests\Fake\FakeHost;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(FakeHost::class)]
final class FakeHostTest extends HostContract {
	#[\Override]
	protected function host(): Host {
		return new FakeHost();
	}
}
