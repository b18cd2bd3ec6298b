<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tour\Check;

/** A target that members did not find. Nobody's name goes with it. */
final readonly class MissingTarget {
	/**
	 * @param int $version major version of the host
	 * @param int $day midnight, UTC seconds, of the day on which it was last missed
	 * @param int $times how often
	 */
	public function __construct(
		public string $tour,
		public string $step,
		public string $anchor,
		public int $version,
		public int $day,
		public int $times,
	) {
	}
}
