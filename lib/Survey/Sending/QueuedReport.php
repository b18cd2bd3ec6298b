<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Survey\Sending;

use OCA\Compagnon\Openl\Period;
use OCA\Compagnon\Survey\Day;

/** What waits to leave. Nobody here can read it, but a withdrawal, whose secret the space has to say itself. */
final readonly class QueuedReport {
	/** A report is given up that many days after its quarter. */
	public const GRACE_DAYS = 14;

	/**
	 * @param string $kind of a report, or Withdrawals::KIND
	 * @param string $sealed the envelope's bytes; of a withdrawal its secret, sealed for the space itself
	 * @param int $day when it may leave
	 * @param int $lastDay after which it is given up
	 */
	public function __construct(
		public string $id,
		public string $survey,
		public string $period,
		public string $kind,
		#[\SensitiveParameter]
		public string $sealed,
		public int $day,
		public int $lastDay,
		public int $tries = 0,
	) {
	}

	public static function sealed(string $id, string $survey, Period $period, string $kind, string $envelope, int $day): self {
		return new self($id, $survey, $period->name, $kind, $envelope, $day, Day::of($period->lastDay()) + self::GRACE_DAYS);
	}
}
