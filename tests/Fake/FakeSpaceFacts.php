<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Fake;

use OCA\Compagnon\Error\Unavailable;
use OCA\Compagnon\Port\SpaceFacts;
use OCA\Compagnon\Tour\Fact;

final class FakeSpaceFacts implements SpaceFacts {
	public bool $gone = false;
	/** @var array<string, array<string, int>> number of what there is, by person and fact */
	private array $there = [];

	public function add(string $userId, Fact $fact): void {
		$this->there[$userId][$fact->value] = $this->count($userId, $fact) + 1;
	}

	#[\Override]
	public function mark(string $userId, Fact $fact): string {
		return (string)$this->count($userId, $fact);
	}

	#[\Override]
	public function holdsSince(string $userId, Fact $fact, string $mark): bool {
		return $this->count($userId, $fact) > (int)$mark;
	}

	private function count(string $userId, Fact $fact): int {
		if ($this->gone) {
			throw Unavailable::storage(new \RuntimeException('the disk is gone'));
		}
		return $this->there[$userId][$fact->value] ?? 0;
	}
}
