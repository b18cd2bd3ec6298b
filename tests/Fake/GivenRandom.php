<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Fake;

use OCA\Compagnon\Port\Random;

/** Chance that says what it was given, so that a known answer comes out. */
final class GivenRandom implements Random {
	/** @param list<string> $bytes */
	public function __construct(
		private array $bytes,
	) {
	}

	#[\Override]
	public function id(): string {
		throw new \LogicException('no id was given');
	}

	#[\Override]
	public function bytes(int $length): string {
		$bytes = array_shift($this->bytes) ?? throw new \LogicException('no more bytes were given');
		return strlen($bytes) === $length ? $bytes : throw new \LogicException("$length bytes are wanted");
	}

	#[\Override]
	public function between(int $least, int $most): int {
		return $least;
	}
}
