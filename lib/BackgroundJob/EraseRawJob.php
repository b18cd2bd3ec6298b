<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\BackgroundJob;

use OCA\Compagnon\Observatory\Publisher\EraseRaw;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\BackgroundJob\IJob;
use OCP\BackgroundJob\TimedJob;

/** Where this is an observatory: erases what was sent, three months after it was counted. */
final class EraseRawJob extends TimedJob {
	private const EVERY_SECONDS = 86_400;

	public function __construct(
		ITimeFactory $time,
		private readonly EraseRaw $erase,
	) {
		parent::__construct($time);
		$this->setInterval(self::EVERY_SECONDS);
		$this->setTimeSensitivity(IJob::TIME_INSENSITIVE);
	}

	/** @param mixed $argument of no use here */
	#[\Override]
	protected function run($argument): void {
		$this->erase->erase();
	}
}
