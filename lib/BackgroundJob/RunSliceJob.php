<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\BackgroundJob;

use OCA\Compagnon\Port\Random;
use OCA\Compagnon\Transfer\Engine\RunSlice;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\BackgroundJob\QueuedJob;

/** One slice of a run. The platform takes it off its list before it begins; the slice puts the next one there. */
final class RunSliceJob extends QueuedJob {
	/** Well below the quarter of an hour after which a worker of cron ends. */
	private const CRON_SECONDS = 600;
	/** Below the time that a request has, where the list is worked off by requests. */
	private const REQUEST_SECONDS = 20;

	public function __construct(
		ITimeFactory $time,
		private readonly RunSlice $slice,
		private readonly Random $random,
	) {
		parent::__construct($time);
	}

	/** @param mixed $argument list with the id of the run */
	#[\Override]
	protected function run($argument): void {
		$run = is_array($argument) ? $argument[0] ?? null : null;
		if (is_string($run)) {
			$this->slice->work($run, 'job-' . $this->random->id(), PHP_SAPI === 'cli' ? self::CRON_SECONDS : self::REQUEST_SECONDS);
		}
	}
}
