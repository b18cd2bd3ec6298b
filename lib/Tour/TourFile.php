<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tour;

/** Where a tour is read from. */
final readonly class TourFile {
	/**
	 * @param string $id its name without extension
	 * @param string $path absolute
	 * @param string $name path as a fault gives it
	 * @param bool $isShipped whether its words are in resources/texts rather than in itself
	 */
	public function __construct(
		public string $id,
		public string $path,
		public string $name,
		public bool $isShipped,
	) {
	}
}
