<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Fake;

use OCA\Compagnon\Port\Random;

/** Chance that is the same each time. */
final class SequenceRandom implements Random {
	/** @var list<int> what between() says next; the least when there is none */
	public array $numbers = [];
	private int $ids = 0;
	private int $calls = 0;

	#[\Override]
	public function id(): string {
		return str_pad(strtr(base_convert((string)++$this->ids, 10, 26), '0123456789', 'qrstuvwxyz'), 26, 'q', STR_PAD_LEFT);
	}

	#[\Override]
	public function bytes(int $length): string {
		$bytes = '';
		for ($block = 0; strlen($bytes) < $length; $block++) {
			$bytes .= hash('sha256', "$this->calls $block", true);
		}
		$this->calls++;
		return substr($bytes, 0, $length);
	}

	#[\Override]
	public function between(int $least, int $most): int {
		return max($least, min($most, array_shift($this->numbers) ?? $least));
	}
}
