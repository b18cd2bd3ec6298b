<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Error\Unavailable;
use OCA\Compagnon\Port\Staging;
use OCA\Compagnon\Tests\Fake\FakeStaging;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(FakeStaging::class)]
final class FakeStagingTest extends StagingContract {
	private FakeStaging $staging;

	#[\Override]
	protected function setUp(): void {
		$this->staging = new FakeStaging();
	}

	#[\Override]
	protected function staging(): Staging {
		return $this->staging;
	}

	public function testADiskThatIsGoneIsUnavailable(): void {
		$this->staging->gone = true;
		$this->expectException(Unavailable::class);
		$this->staging->folder();
	}
}
