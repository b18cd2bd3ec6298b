<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Publisher;

use OCA\Compagnon\Observatory\Publisher\Release\Layer;

/** What was sent, without whose it is. */
interface Ballots {
	/**
	 * @param Layer::ATTESTED|Layer::UNATTESTED $stratum
	 * @return iterable<array<array-key, mixed>> answers of each report by question; those that were withdrawn are not there
	 */
	public function of(string $survey, string $period, string $kind, string $stratum): iterable;

	/** Erases the reports of a wave, of every kind. */
	public function erase(string $survey, string $period): void;
}
