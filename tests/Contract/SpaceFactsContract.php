<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Port\SpaceFacts;
use OCA\Compagnon\Tour\Fact;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** What every SpaceFacts has to do. */
abstract class SpaceFactsContract extends TestCase {
	/** With the people "contract-in" and "contract-out". */
	abstract protected function facts(): SpaceFacts;

	/** The person makes a folder, brings in a file, or makes a share: what the fact is about. */
	abstract protected function make(string $userId, Fact $fact): void;

	/** Takes away what this person made last. */
	abstract protected function undo(string $userId, Fact $fact): void;

	/** @return iterable<string, array{Fact}> */
	public static function every(): iterable {
		foreach (Fact::cases() as $fact) {
			yield $fact->value => [$fact];
		}
	}

	#[DataProvider('every')]
	public function testNothingNewHoldsNothing(Fact $fact): void {
		$facts = $this->facts();

		self::assertFalse($facts->holdsSince('contract-in', $fact, $facts->mark('contract-in', $fact)));
	}

	#[DataProvider('every')]
	public function testWhatComesAfterTheMarkHoldsAndGoesOnHolding(Fact $fact): void {
		$facts = $this->facts();
		$mark = $facts->mark('contract-in', $fact);
		$this->make('contract-in', $fact);
		self::assertTrue($facts->holdsSince('contract-in', $fact, $mark));

		$this->make('contract-in', $fact);
		self::assertTrue($facts->holdsSince('contract-in', $fact, $mark));
	}

	#[DataProvider('every')]
	public function testWhatWasThereBeforeDoesNotCount(Fact $fact): void {
		$facts = $this->facts();
		$this->make('contract-in', $fact);

		self::assertFalse($facts->holdsSince('contract-in', $fact, $facts->mark('contract-in', $fact)));
	}

	#[DataProvider('every')]
	public function testWhatSomebodyElseDoesDoesNotCount(Fact $fact): void {
		$facts = $this->facts();
		$mark = $facts->mark('contract-in', $fact);
		$this->make('contract-out', $fact);

		self::assertFalse($facts->holdsSince('contract-in', $fact, $mark));
	}

	#[DataProvider('every')]
	public function testEachFactIsOfItsOwnKind(Fact $fact): void {
		$facts = $this->facts();
		$this->make('contract-in', Fact::FileUploaded);
		$mark = $facts->mark('contract-in', $fact);
		foreach (Fact::cases() as $other) {
			// Sharing needs something to share, so it is done with what was there before.
			if ($other !== $fact) {
				$this->make('contract-in', $other);
			}
		}

		self::assertFalse($facts->holdsSince('contract-in', $fact, $mark));
	}

	#[DataProvider('every')]
	public function testWhatIsMadeAfterSomethingWasTakenAwayCounts(Fact $fact): void {
		$facts = $this->facts();
		$this->make('contract-in', $fact);
		$mark = $facts->mark('contract-in', $fact);
		$this->undo('contract-in', $fact);
		self::assertFalse($facts->holdsSince('contract-in', $fact, $mark));

		$this->make('contract-in', $fact);
		self::assertTrue($facts->holdsSince('contract-in', $fact, $mark));
	}

	#[DataProvider('every')]
	public function testAMarkIsShort(Fact $fact): void {
		self::assertLessThanOrEqual(64, strlen($this->facts()->mark('contract-in', $fact)));
	}

	#[DataProvider('every')]
	public function testSomebodyUnknownHasNothing(Fact $fact): void {
		$facts = $this->facts();

		self::assertFalse($facts->holdsSince('contract-nobody', $fact, $facts->mark('contract-nobody', $fact)));
	}
}
