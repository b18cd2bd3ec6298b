<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Collector;

/** A report that the collector has. */
final readonly class Taken {
	/**
	 * @param array{receipt: string, signature: string} $receipt
	 * @param bool $isNew false when it was there before
	 */
	public function __construct(
		public array $receipt,
		public bool $isNew,
	) {
	}
}
