<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Publisher;

use OCA\Compagnon\Error\NotFound;

/** Which surveys there are. */
interface Waves {
	/** @throws NotFound */
	public function wave(string $survey, string $period): Wave;

	/** @return list<Wave> those that can be answered now, without their questions */
	public function open(): array;

	/** From now on no report of this wave is taken in, and none is given back. */
	public function freeze(string $survey, string $period): void;

	/**
	 * Tells the spaces that there are results.
	 *
	 * @param string $sha256 of the release
	 * @param string $day "2027-01-20"
	 */
	public function announce(string $survey, string $period, string $sha256, string $day): void;
}
