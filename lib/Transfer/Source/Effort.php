<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Source;

use OCA\Compagnon\Port\Clock;

/** How much somebody who waits for an answer wants to be done for it: so many seconds, so many requests. */
final class Effort {
	private readonly int $until;

	public function __construct(
		private readonly Clock $clock,
		int $seconds,
		private int $requests,
	) {
		$this->until = $clock->now() + $seconds;
	}

	/** @return ?int seconds that one more request may take, which is counted; null when it is enough */
	public function next(): ?int {
		$left = $this->until - $this->clock->now();
		return $left > 0 && $this->requests-- > 0 ? $left : null;
	}
}
