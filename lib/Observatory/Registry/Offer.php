<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Registry;

use OCA\Compagnon\Openl\Period;
use OCA\Compagnon\Openl\ReportKind;

/** What the registry has to know of a survey in one period. */
final readonly class Offer {
	/**
	 * @param list<ReportKind> $kinds of reports that belong to it
	 * @param string $seed id of the seed of its tokens
	 * @param bool $isOpen whether there are tokens for it
	 */
	public function __construct(
		public string $survey,
		public Period $period,
		public array $kinds,
		public string $seed,
		public bool $isOpen,
	) {
	}
}
