<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Port\SpaceFacts;
use OCA\Compagnon\Tests\Fake\FakeSpaceFacts;
use OCA\Compagnon\Tour\Fact;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(FakeSpaceFacts::class)]
final class FakeSpaceFactsTest extends SpaceFactsContract {
	private FakeSpaceFacts $facts;

	#[\Override]
	protected function setUp(): void {
		$this->facts = new FakeSpaceFacts();
	}

	#[\Override]
	protected function facts(): SpaceFacts {
		return $this->facts;
	}

	#[\Override]
	protected static function isHere(Fact $fact): bool {
		return true;
	}

	#[\Override]
	protected function newcomer(): string {
		// There is another account than theirs.
		$this->facts->add('contract-new', Fact::AccountCreated);
		return 'contract-new';
	}

	#[\Override]
	protected function make(string $userId, Fact $fact): void {
		foreach (self::including($fact) as $one) {
			$this->facts->add($userId, $one);
		}
	}

	#[\Override]
	protected function undo(string $userId, Fact $fact): void {
		$this->facts->end($userId, $fact);
	}
}
