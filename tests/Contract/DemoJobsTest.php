<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Demo\Adapter\DemoJobs;
use OCA\Compagnon\Demo\Console\Worker;
use OCA\Compagnon\Port\Jobs;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(DemoJobs::class)]
#[CoversClass(Worker::class)]
final class DemoJobsTest extends JobsContract {
	private DemoSpace $space;

	#[\Override]
	protected function setUp(): void {
		$this->space = new DemoSpace();
	}

	#[\Override]
	protected function jobs(): Jobs {
		return $this->space->container->get(Jobs::class);
	}

	#[\Override]
	protected function due(int $now): array {
		return $this->space->container->get(DemoJobs::class)->due($now);
	}

	public function testTheWorkerWorksUntilNothingIsDue(): void {
		$this->jobs()->schedule(self::RUN);
		$this->jobs()->schedule(self::OTHER, time() + 500);
		$this->space->container->get(Worker::class)->work(10, true);

		self::assertSame([self::OTHER], $this->due(time() + 600));
		self::assertSame('cron', $this->jobs()->pace()['mode']);
	}

	public function testWhoeverWorksTheListOffTakesEachRunOnceAndGivesASignOfLife(): void {
		$list = $this->space->container->get(DemoJobs::class);
		self::assertSame(['mode' => 'ajax', 'lastRun' => null], $list->pace());
		$list->schedule(self::RUN);
		$list->schedule(self::OTHER, time() + 500);

		self::assertSame(self::RUN, $list->next());
		self::assertNull($this->space->elsewhere()->get(DemoJobs::class)->next());
		self::assertSame('cron', $list->pace()['mode']);
		self::assertEqualsWithDelta(time(), $list->pace()['lastRun'], 5);
	}
}
