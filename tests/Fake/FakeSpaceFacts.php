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

/** Holds what it is told. What was done is counted for ever, as ids do; a state can end. */
final class FakeSpaceFacts implements SpaceFacts {
	public bool $gone = false;
	/** @var array<string, array<string, int>> how often each thing was done, by person and fact */
	private array $there = [];

	public function add(string $userId, Fact $fact): void {
		$this->there[self::whose($userId, $fact)][$fact->value] = $this->count($userId, $fact) + 1;
	}

	/** A state is over; what was done stays done. */
	public function end(string $userId, Fact $fact): void {
		if ($fact->isState()) {
			unset($this->there[self::whose($userId, $fact)][$fact->value]);
		}
	}

	#[\Override]
	public function mark(string $userId, Fact $fact): string {
		return (string)$this->count($userId, $fact);
	}

	#[\Override]
	public function holdsSince(string $userId, Fact $fact, string $mark): bool {
		return $this->count($userId, $fact) > ($fact->isState() ? 0 : (int)$mark);
	}

	#[\Override]
	public function holds(string $userId, Fact $fact): bool {
		return $this->count($userId, $fact) > 0;
	}

	private function count(string $userId, Fact $fact): int {
		if ($this->gone) {
			throw Unavailable::storage(new \RuntimeException('the disk is gone'));
		}
		return $this->there[self::whose($userId, $fact)][$fact->value] ?? 0;
	}

	/** Some facts are about the whole space. */
	private static function whose(string $userId, Fact $fact): string {
		return in_array($fact, [Fact::AccountCreated, Fact::SecondAdmin], true) ? 'everybody' : "of $userId";
	}
}
