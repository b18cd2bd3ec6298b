<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\BackgroundJob;

use OCA\Compagnon\Transfer\EraseOldRuns;
use OCA\Compagnon\Transfer\LetIdleGo;
use OCA\Compagnon\Transfer\ReviveRuns;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\BackgroundJob\IJob;
use OCP\BackgroundJob\TimedJob;

/** Brings runs back whose worker died, and lets rows and permissions go when their time is over. */
final class TransferWatchdogJob extends TimedJob {
	private const EVERY_SECONDS = 300;

	public function __construct(
		ITimeFactory $time,
		private readonly ReviveRuns $revive,
		private readonly EraseOldRuns $erase,
		private readonly LetIdleGo $idle,
	) {
		parent::__construct($time);
		$this->setInterval(self::EVERY_SECONDS);
		$this->setTimeSensitivity(IJob::TIME_SENSITIVE);
	}

	/** @param mixed $argument of no use here */
	#[\Override]
	protected function run($argument): void {
		$this->revive->revive();
		$this->erase->erase();
		$this->idle->letGo();
	}
}
