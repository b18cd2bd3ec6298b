<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Demo\Adapter\DemoStaging;
use OCA\Compagnon\Port\Staging;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(DemoStaging::class)]
final class DemoStagingTest extends StagingContract {
	private DemoSpace $space;

	#[\Override]
	protected function setUp(): void {
		$this->space = new DemoSpace();
	}

	#[\Override]
	protected function staging(): Staging {
		return $this->space->container->get(Staging::class);
	}

	public function testItIsTheSameForEveryProcess(): void {
		self::assertSame($this->staging()->folder(), $this->space->elsewhere()->get(Staging::class)->folder());
		self::assertGreaterThan(0, $this->staging()->room());
	}
}
