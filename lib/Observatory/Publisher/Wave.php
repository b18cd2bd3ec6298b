<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Publisher;

use OCA\Compagnon\Observatory\Publisher\Count\Asked;

/** A survey in one period, as it was asked. */
final readonly class Wave {
	public const ANSWERS = 'member-answers';
	public const FIGURES = 'space-figures';

	/**
	 * @param string $period "2026-Q4"
	 * @param self::ANSWERS|self::FIGURES $kind
	 * @param string $version of the questionnaire
	 * @param string $sha256 of the questionnaire
	 * @param array<string, string> $title words by language
	 * @param array<string, string> $purpose words by language
	 * @param int $opens first second, UTC
	 * @param int $closes last second on which people are asked, UTC
	 * @param int $takenUntil UTC seconds from which no report is taken any more
	 * @param list<Asked> $asked
	 */
	public function __construct(
		public string $survey,
		public string $period,
		public string $kind,
		public string $version,
		public string $sha256,
		public array $title,
		public array $purpose,
		public string $organiser,
		public string $contact,
		public int $opens,
		public int $closes,
		public int $takenUntil,
		public array $asked,
	) {
	}

	/** @return int reports that one space can send at most: always less than a cell has to have */
	public function fromOneSpace(): int {
		return $this->kind === self::FIGURES ? 1 : 10;
	}
}
