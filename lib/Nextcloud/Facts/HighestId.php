<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Nextcloud\Facts;

/** Ids only grow, so a higher one is newer, whatever date the thing itself claims to have. */
final readonly class HighestId implements Trace {
	/** @param int $id 0 when there is nothing */
	public function __construct(
		private int $id,
	) {
	}

	#[\Override]
	public function mark(): string {
		return (string)$this->id;
	}

	#[\Override]
	public function isAny(): bool {
		return $this->id > 0;
	}

	#[\Override]
	public function hasMoreThan(string $mark): bool {
		return $this->id > (int)$mark;
	}
}
