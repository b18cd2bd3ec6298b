<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Nextcloud\Transfer;

use OCA\Compagnon\Port\Random;
use OCP\Security\ISecureRandom;

final readonly class ServerRandom implements Random {
	private const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';
	private const ID_LENGTH = 26;

	public function __construct(
		private ISecureRandom $random,
	) {
	}

	#[\Override]
	public function id(): string {
		return $this->random->generate(self::ID_LENGTH, self::LETTERS);
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
