<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Http\Curl;

/** Keeps what comes in below a limit, over all requests together: whoever is ahead of it waits before reading on. */
final class Pace {
	/** How far apart arrivals may be without counting as lost time. */
	private const IDLE_SECONDS = 0.25;

	private float $paidUntil = 0.0;

	public function __construct(
		private readonly ?int $bytesPerSecond,
	) {
	}

	public function received(int $bytes): void {
		if ($this->bytesPerSecond !== null && $this->bytesPerSecond > 0) {
			$this->paidUntil = max($this->paidUntil, microtime(true) - self::IDLE_SECONDS) + $bytes / $this->bytesPerSecond;
		}
	}

	/** @return float seconds to wait before more is read */
	public function ahead(): float {
		return $this->paidUntil === 0.0 ? 0.0 : max(0.0, $this->paidUntil - microtime(true));
	}
}
