<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Publisher;

use OCA\Compagnon\Observatory\Publisher\Release\ReleaseLine;
use OCA\Compagnon\Observatory\Publisher\Release\ReleaseRepository;

/** What was published. */
final readonly class ListReleases {
	public function __construct(
		private ReleaseRepository $releases,
	) {
	}

	/** @return list<ReleaseLine> the newest first */
	public function list(): array {
		return $this->releases->lines();
	}
}
