<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Survey\Sending;

/** What the observatory answered, when it did. */
final readonly class Reply {
	/**
	 * @param array<array-key, mixed> $data
	 * @param ?int $ahead seconds that its clock is ahead of ours; null when it does not say
	 */
	public function __construct(
		public int $status,
		public array $data,
		public ?int $ahead,
	) {
	}
}
