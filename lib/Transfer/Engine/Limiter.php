<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Engine;

/**
 * How many requests an account gets at once: more while all goes well, half when the provider has enough. One refusal
 * among many answers is about that one request, and only that one waits; several in a row are about the account.
 */
final class Limiter {
	private const START = 8;
	private const STEP_AFTER = 20;
	private const LONGEST_PAUSE = 64;
	/** After so many answers since the last one, a refusal stands alone. */
	private const APART = 4;
	/** Starting points, not promises of the providers: they answer 429 when it is too much. */
	private const CAPS = ['google' => 24, 'dropbox' => 8];
	private const CAP = 8;

	private int $successes = 0;
	private int $sinceRefusal = 0;
	private int $strikes = 0;
	private int $halvedAt = 0;
	private int $pausedUntil = 0;
	private int $limit;

	public function __construct(
		private readonly int $cap = self::CAP,
	) {
		$this->limit = min(self::START, $cap);
	}

	public static function of(string $source): self {
		return new self(self::CAPS[$source] ?? self::CAP);
	}

	public function allows(int $running, int $now): bool {
		return $running < $this->limit && $now >= $this->pausedUntil;
	}

	public function succeeded(): void {
		$this->strikes = 0;
		$this->sinceRefusal++;
		if (++$this->successes >= self::STEP_AFTER) {
			$this->successes = 0;
			$this->limit = min($this->cap, $this->limit + 1);
		}
	}

	/**
	 * What ran at the same time is refused at the same time: that counts once.
	 *
	 * @return int until when what was refused is left alone
	 */
	public function throttled(int $now, ?int $waitSeconds): int {
		$isAlone = $this->sinceRefusal >= self::APART && (int)$waitSeconds <= self::LONGEST_PAUSE;
		$this->sinceRefusal = 0;
		if ($isAlone) {
			$this->limit = max(1, $this->limit - 1);
			return $now + max(1, (int)$waitSeconds);
		}
		if ($now > $this->halvedAt) {
			$this->halvedAt = $now;
			$this->limit = max(1, intdiv($this->limit, 2));
			$this->successes = 0;
			$this->strikes++;
		}
		$pause = $waitSeconds ?? min(self::LONGEST_PAUSE, 2 ** min($this->strikes - 1, 6));
		return $this->pausedUntil = max($this->pausedUntil, $now + max(1, $pause));
	}

	public function limit(): int {
		return $this->limit;
	}

	public function pausedUntil(): int {
		return $this->pausedUntil;
	}
}
