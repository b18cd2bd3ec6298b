<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\Console;

use OCA\Compagnon\Demo\Adapter\DemoJobs;
use OCA\Compagnon\Observatory\Publisher\EraseRaw;
use OCA\Compagnon\Port\Random;
use OCA\Compagnon\Survey\WorkOnSurveys;
use OCA\Compagnon\Transfer\Engine\RunSlice;
use OCA\Compagnon\Transfer\EraseOldRuns;
use OCA\Compagnon\Transfer\LetIdleGo;
use OCA\Compagnon\Transfer\ReviveRuns;

/** Works the demo's list of jobs off, as cron does on a Nextcloud. */
final readonly class Worker {
	private const SLICE_SECONDS = 600;
	private const PAUSE_MICROSECONDS = 500_000;
	private const WATCH_SECONDS = 30;

	public function __construct(
		private DemoJobs $jobs,
		private RunSlice $slice,
		private ReviveRuns $revive,
		private EraseOldRuns $erase,
		private LetIdleGo $idle,
		private EraseRaw $raw,
		private WorkOnSurveys $surveys,
		private Random $random,
	) {
	}

	/**
	 * @param ?int $seconds after which no other slice begins; null for until somebody ends it
	 * @param bool $once whether to end as soon as nothing is due
	 */
	public function work(?int $seconds, bool $once): void {
		$worker = 'demo-' . $this->random->id();
		$end = $seconds === null ? PHP_INT_MAX : time() + $seconds;
		$watched = 0;
		do {
			if ($watched + self::WATCH_SECONDS <= time()) {
				$this->revive->revive();
				$this->erase->erase();
				$this->idle->letGo();
				$this->raw->erase();
				$this->surveys->work();
				$watched = time();
			}
			$run = $this->jobs->next();
			if ($run !== null) {
				$this->slice->work($run, $worker, max(1, min(self::SLICE_SECONDS, $end - time())));
			} elseif (!$once) {
				usleep(self::PAUSE_MICROSECONDS);
			}
		} while (time() < $end && ($run !== null || !$once));
	}
}
