<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Nextcloud\Facts;

/**
 * Things whose ids do not tell which is newer: how many there are, and a hash of which. As many as before but others
 * means that one is new. Fewer than before proves nothing, and what was taken away and put back is not new.
 */
final readonly class Collection implements Trace {
	private function __construct(
		private int $count,
		private string $hash,
	) {
	}

	/** @param list<int|string> $ids */
	public static function of(array $ids): self {
		$ids = array_map('strval', $ids);
		sort($ids);
		return new self(count($ids), substr(hash('sha256', implode("\n", $ids)), 0, 32));
	}

	/** For so many things that only their number is asked for. */
	public static function counted(int $count): self {
		return new self($count, '');
	}

	#[\Override]
	public function mark(): string {
		return "$this->count:$this->hash";
	}

	#[\Override]
	public function isAny(): bool {
		return $this->count > 0;
	}

	#[\Override]
	public function hasMoreThan(string $mark): bool {
		[$count, $hash] = explode(':', $mark, 2) + ['0', ''];
		return $this->count > (int)$count
			|| ($this->count === (int)$count && $this->hash !== $hash && $this->hash !== '' && $hash !== '');
	}
}
