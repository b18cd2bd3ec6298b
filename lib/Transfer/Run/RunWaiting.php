<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Run;

/** Why nothing moves at the moment, though the run is not over. */
final readonly class RunWaiting {
	/** Seconds without a worker after which the space's own clock is late. */
	private const SOON = 60;

	/** @return array{for: 'cron'|'reconnect'|'room'|'provider', since: ?int, until: ?int}|null */
	public static function of(Run $run, int $now): ?array {
		return match (true) {
			$run->state === RunState::WaitingReconnect => ['for' => 'reconnect', 'since' => $run->updatedAt, 'until' => null],
			$run->state === RunState::WaitingRoom => ['for' => 'room', 'since' => $run->updatedAt, 'until' => null],
			$run->state !== RunState::Active => null,
			$run->notBefore !== null && $run->notBefore > $now => ['for' => 'provider', 'since' => $run->updatedAt, 'until' => $run->notBefore],
			self::lastWork($run) + self::SOON < $now => ['for' => 'cron', 'since' => self::lastWork($run), 'until' => null],
			default => null,
		};
	}

	private static function lastWork(Run $run): int {
		return max($run->leaseUntil, $run->updatedAt, $run->notBefore ?? 0);
	}
}
