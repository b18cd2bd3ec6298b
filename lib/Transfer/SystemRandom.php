<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer;

use OCA\Compagnon\Port\Random;

/** Chance as PHP has it, the same on every host. */
final readonly class SystemRandom implements Random {
	private const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';
	private const ID_LENGTH = 26;

	#[\Override]
	public function id(): string {
		$id = '';
		foreach (str_split(random_bytes(self::ID_LENGTH)) as $byte) {
			$id .= self::LETTERS[ord($byte) & 31];
		}
		return $id;
	}

	#[\Override]
	public function bytes(int $length): string {
		return random_bytes($length);
	}

	#[\Override]
	public function between(int $least, int $most): int {
		return random_int($least, $most);
	}
}
