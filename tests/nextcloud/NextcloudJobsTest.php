<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Nextcloud;

use OCA\Compagnon\BackgroundJob\RunSliceJob;
use OCA\Compagnon\BackgroundJob\TransferWatchdogJob;
use OCA\Compagnon\Nextcloud\Transfer\ServerJobs;
use OCA\Compagnon\Port\Jobs;
use OCA\Compagnon\Tests\Contract\JobsContract;
use OCP\BackgroundJob\IJobList;
use OCP\IAppConfig;
use OCP\IDBConnection;
use OCP\Server;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(RunSliceJob::class)]
#[CoversClass(ServerJobs::class)]
#[CoversClass(TransferWatchdogJob::class)]
final class NextcloudJobsTest extends JobsContract {
	#[\Override]
	protected function setUp(): void {
		$this->tearDown();
	}

	#[\Override]
	protected function tearDown(): void {
		Support::adapter(Jobs::class)->remove(self::RUN);
		Support::adapter(Jobs::class)->remove(self::OTHER);
	}

	#[\Override]
	protected function jobs(): Jobs {
		return Support::adapter(Jobs::class);
	}

	#[\Override]
	protected function due(int $now): array {
		$rows = Server::get(IDBConnection::class)->executeQuery(
			'SELECT argument FROM *PREFIX*jobs WHERE class = :class AND last_checked <= :now AND reserved_at = 0 ORDER BY argument',
			['class' => RunSliceJob::class, 'now' => $now],
		)->fetchAll();
		$runs = array_map(static fn (array $row): mixed => ((array)json_decode((string)$row['argument'], true))[0], $rows);
		return array_values(array_filter($runs, static fn (mixed $run): bool => in_array($run, [self::RUN, self::OTHER], true)));
	}

	public function testTheJobOfARunThatIsGoneIsNotPutThereAgain(): void {
		$this->jobs()->schedule(self::RUN);
		foreach (Server::get(IJobList::class)->getJobsIterator(RunSliceJob::class, null, 0) as $job) {
			if ($job->getArgument() === [self::RUN]) {
				$job->start(Server::get(IJobList::class));
			}
		}

		self::assertSame([], $this->due(time() + 600));
	}

	public function testTheWatchdogIsOnTheListAndRuns(): void {
		$list = Server::get(IJobList::class);
		self::assertTrue($list->has(TransferWatchdogJob::class, null));
		$jobs = $list->getJobs(TransferWatchdogJob::class, 1, 0);
		$jobs[0]->setLastRun(0);
		$jobs[0]->start($list);

		self::assertTrue($list->has(TransferWatchdogJob::class, null));
	}

	public function testSaysWhatTheServerIsSetTo(): void {
		$config = Server::get(IAppConfig::class);
		$before = $config->getValueString('core', 'backgroundjobs_mode', 'ajax');
		foreach (['ajax', 'webcron', 'cron'] as $mode) {
			$config->setValueString('core', 'backgroundjobs_mode', $mode);
			self::assertSame($mode, $this->jobs()->pace()['mode']);
		}
		$config->setValueString('core', 'backgroundjobs_mode', $before);
	}
}
