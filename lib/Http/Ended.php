<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Http;

/** A request of a pool that is over: answered completely, or not. */
final readonly class Ended {
	public function __construct(
		public string $key,
		public ?Answer $answer,
		public ?Unreachable $fault,
	) {
	}
}
