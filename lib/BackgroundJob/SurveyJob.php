<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\BackgroundJob;

use OCA\Compagnon\Survey\WorkOnSurveys;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\BackgroundJob\IJob;
use OCP\BackgroundJob\TimedJob;

/** Sends what members and the space have agreed to. Does nothing while everything is off. */
final class SurveyJob extends TimedJob {
	private const EVERY_SECONDS = 900;

	public function __construct(
		ITimeFactory $time,
		private readonly WorkOnSurveys $surveys,
	) {
		parent::__construct($time);
		$this->setInterval(self::EVERY_SECONDS);
		// All spaces of a hoster in one hour of the night would run the observatory over.
		$this->setTimeSensitivity(IJob::TIME_SENSITIVE);
	}

	/** @param mixed $argument of no use here */
	#[\Override]
	protected function run($argument): void {
		$this->surveys->work();
	}
}
