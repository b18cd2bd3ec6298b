<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Publisher\Release;

/** What is stored of a wave: the text of its release, and what becomes of the reports behind it. */
final readonly class ReleaseRow {
	/**
	 * @param ?string $body JSON; null while it is being counted
	 * @param ?int $number null until it is published
	 * @param int $frozenAt UTC seconds
	 * @param ?int $erasedAt when the reports were erased
	 */
	public function __construct(
		public string $survey,
		public string $period,
		public ?string $body,
		public ?int $number,
		public ?string $sha256,
		public int $frozenAt,
		public ?int $erasedAt,
	) {
	}

	public function isPublished(): bool {
		return $this->number !== null;
	}
}
