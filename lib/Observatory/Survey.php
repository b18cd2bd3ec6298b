<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory;

use OCA\Compagnon\Openl\Period;
use OCA\Compagnon\Openl\ReportKind;

/** A survey in one period. */
final readonly class Survey {
	/** What was answered in time may be under way for a while: it leaves late on purpose, and the network may be down. */
	private const UNDER_WAY_SECONDS = 14 * 86_400;

	/**
	 * @param ReportKind $kind SpaceFigures or MemberAnswers
	 * @param string $sha256 of the file
	 * @param string $file the questionnaire, or the list of figures, as it was written
	 * @param string $opens first day, 2026-10-01
	 * @param string $closes last day on which people are asked
	 * @param string $seed id of the seed of its tokens
	 * @param ?string $releaseSha256 of what was published
	 * @param ?string $releasedOn day
	 */
	public function __construct(
		public string $id,
		public Period $period,
		public ReportKind $kind,
		public string $version,
		public string $sha256,
		public string $file,
		public string $opens,
		public string $closes,
		public SurveyState $state,
		public string $seed,
		public string $organiser,
		public string $contact,
		public ?string $releaseSha256 = null,
		public ?string $releasedOn = null,
	) {
	}

	/** Whether people may still be asked, or soon may be: it is in the catalogue, and there are tokens for it. */
	public function isOffered(int $now): bool {
		return $this->state === SurveyState::Open && $now < self::endOf($this->closes);
	}

	/** Whether the collector takes reports. */
	public function isTaken(int $now): bool {
		return $this->state === SurveyState::Open && $now >= self::endOf($this->opens) - 86_400 && $now < $this->endOfTaking();
	}

	/** @return int UTC seconds from which nothing is taken any more; from then on it can be frozen */
	public function endOfTaking(): int {
		return self::endOf($this->closes) + self::UNDER_WAY_SECONDS;
	}

	private static function endOf(string $day): int {
		return (int)strtotime($day . ' 00:00:00 UTC') + 86_400;
	}
}
