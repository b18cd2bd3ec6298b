<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Source\Archive;

/** Which paths came already, in a few bytes each: folders are listed once, and a path that comes again gets another id. */
final class Seen {
	/** @var array<int, int> by a hash of 64 bits: how often */
	private array $times = [];

	/** @return int how often the path has come, with this time */
	public function count(string $id): int {
		/** @var array{1: int} $hash */
		$hash = unpack('q', hash('xxh3', $id, true));
		return $this->times[$hash[1]] = ($this->times[$hash[1]] ?? 0) + 1;
	}
}
