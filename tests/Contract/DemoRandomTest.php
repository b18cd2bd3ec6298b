<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Port\Random;
use OCA\Compagnon\Transfer\SystemRandom;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(SystemRandom::class)]
final class DemoRandomTest extends RandomContract {
	private DemoSpace $space;

	#[\Override]
	protected function setUp(): void {
		$this->space = new DemoSpace();
	}

	#[\Override]
	protected function random(): Random {
		return $this->space->container->get(Random::class);
	}
}
