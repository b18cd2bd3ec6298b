<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Nextcloud\Transfer;

use OCA\Compagnon\BackgroundJob\RunSliceJob;
use OCA\Compagnon\Port\Jobs;
use OCP\BackgroundJob\IJobList;
use OCP\IAppConfig;

/** The platform keeps one row for each class and argument: adding it again moves it. */
final readonly class ServerJobs implements Jobs {
	public function __construct(
		private IJobList $jobs,
		private IAppConfig $config,
	) {
	}

	#[\Override]
	public function schedule(string $runId, ?int $notBefore = null): void {
		if ($notBefore === null) {
			$this->jobs->add(RunSliceJob::class, [$runId]);
		} else {
			$this->jobs->scheduleAfter(RunSliceJob::class, $notBefore, [$runId]);
		}
	}

	#[\Override]
	public function remove(string $runId): void {
		$this->jobs->remove(RunSliceJob::class, [$runId]);
	}

	#[\Override]
	public function pace(): array {
		$mode = $this->config->getValueString('core', 'backgroundjobs_mode', 'ajax');
		$last = $this->config->getValueInt('core', 'lastcron');
		return ['mode' => in_array($mode, ['cron', 'webcron'], true) ? $mode : 'ajax', 'lastRun' => $last === 0 ? null : $last];
	}
}
