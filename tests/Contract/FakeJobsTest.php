<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Port\Jobs;
use OCA\Compagnon\Tests\Fake\FakeJobs;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(FakeJobs::class)]
final class FakeJobsTest extends JobsContract {
	private FakeJobs $jobs;

	#[\Override]
	protected function setUp(): void {
		$this->jobs = new FakeJobs();
	}

	#[\Override]
	protected function jobs(): Jobs {
		return $this->jobs;
	}

	#[\Override]
	protected function due(int $now): array {
		return array_keys(array_filter($this->jobs->scheduled, static fn (?int $notBefore): bool => ($notBefore ?? 0) <= $now));
	}
}
