<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Source;

/** What lies below a folder. */
final readonly class Weight {
	/**
	 * @param int $items files; also those that have no size there, such as documents that exist online only
	 * @param int $bytes of those that have one
	 * @param bool $isComplete whether it is all; otherwise there is more
	 */
	public function __construct(
		public int $items,
		public int $bytes,
		public bool $isComplete,
	) {
	}
}
