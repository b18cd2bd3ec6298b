<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Engine;

use OCA\Compagnon\Port\Clock;
use OCA\Compagnon\Transfer\Run\RunRepository;
use OCA\Compagnon\Transfer\Run\RunState;

/**
 * The right of one worker to work on a run, for as long as it says often enough that it lives. Looks once a second
 * whether somebody wants it to stop.
 */
final class Lease {
	/** Without a sign of life for so long, another worker takes over. */
	private const SECONDS = 180;
	private const HEARTBEAT = 10;
	/** Where memory is always short, each slice still does something. */
	private const LEAST_SECONDS = 3;

	/** @var ?\Closure(): void what goes on beside a piece of work, each time that this says that it lives */
	public ?\Closure $beside = null;
	private int $lookedAt = 0;

	private function __construct(
		private readonly RunRepository $runs,
		private readonly Clock $clock,
		public readonly string $runId,
		public readonly string $worker,
		private readonly int $begunAt,
		private readonly int $deadline,
		private int $heldAt,
	) {
	}

	/** @return ?self null when somebody else has it */
	public static function take(RunRepository $runs, Clock $clock, string $runId, string $worker, int $seconds): ?self {
		$now = $clock->now();
		return $runs->lease($runId, $worker, $now, $now + self::SECONDS) ? new self($runs, $clock, $runId, $worker, $now, $now + $seconds, $now) : null;
	}

	/**
	 * To be called as often as possible: costs nothing within the same second.
	 *
	 * @throws LeaseLost
	 * @throws Wished
	 */
	public function beat(): void {
		if ($this->beside !== null) {
			($this->beside)();
		}
		$now = $this->clock->now();
		if ($now === $this->lookedAt) {
			return;
		}
		$this->lookedAt = $now;
		$run = $this->runs->find($this->runId);
		if ($run === null || $run->worker !== $this->worker || $run->state !== RunState::Active) {
			throw new LeaseLost();
		}
		if ($run->wish !== null) {
			throw new Wished($run->wish);
		}
		if ($now - $this->heldAt >= self::HEARTBEAT) {
			$this->hold($now);
		}
	}

	/** Whether this slice has had its time, or most of the memory. */
	public function isOver(): bool {
		$now = $this->clock->now();
		return $now >= $this->deadline || ($now - $this->begunAt >= self::LEAST_SECONDS && Memory::isShort());
	}

	/** @return int seconds that are left */
	public function left(): int {
		return max(0, $this->deadline - $this->clock->now());
	}

	public function release(): void {
		$this->runs->release($this->runId, $this->worker);
	}

	private function hold(int $now): void {
		if (!$this->runs->lease($this->runId, $this->worker, $now, $now + self::SECONDS)) {
			throw new LeaseLost();
		}
		$this->heldAt = $now;
	}
}
