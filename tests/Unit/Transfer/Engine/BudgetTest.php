<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Transfer\Engine;

use OCA\Compagnon\Tests\Fake\TransferWorld;
use OCA\Compagnon\Transfer\Engine\Budget;
use OCA\Compagnon\Transfer\Engine\Sizes;
use OCA\Compagnon\Transfer\Item\Item;
use OCA\Compagnon\Transfer\Item\ItemKind;
use OCA\Compagnon\Transfer\Item\ItemState;
use OCA\Compagnon\Transfer\Run\RunState;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

/** How much is under way at most. */
#[CoversClass(Budget::class)]
final class BudgetTest extends TestCase {
	private Budget $budget;
	private int $taken = 0;

	#[\Override]
	protected function setUp(): void {
		$this->budget = new Budget(new Sizes());
	}

	#[TestWith([65_536, 128, 'eight megabytes in memory'])]
	#[TestWith([10_000, 838, 'the same of smaller ones'])]
	#[TestWith([65_537, 511, 'thirty-two megabytes in staging'])]
	#[TestWith([4_194_304, 8, 'the same of larger ones'])]
	#[TestWith([4_194_305, 4, 'large ones, however large they are'])]
	#[TestWith([null, 8, 'who knows how much'])]
	public function testSoManyAreUnderWayAtMost(?int $size, int $count, string $what): void {
		while ($this->budget->allows($this->item($size)) && $this->taken < 1000) {
			$this->budget->take($this->item($size, ++$this->taken));
		}

		self::assertSame($count, $this->taken, $what);
		$this->budget->give('key1');
		self::assertTrue($this->budget->allows($this->item($size)));
	}

	public function testWhatIsHereMakesWayForALargeOneAndWaitsToBeWritten(): void {
		for ($i = 1; $i <= 4; $i++) {
			$this->budget->take($this->item(1_000_000_000, $i));
		}
		self::assertTrue($this->budget->allows($this->item(1_000_000)));
		self::assertFalse($this->budget->allows($this->item(1_000_000_000)));
		$this->budget->arrive('key2');
		self::assertTrue($this->budget->allows($this->item(1_000_000_000)));
	}

	public function testWhatIsTakenOrGivenTwiceCountsOnce(): void {
		for ($i = 1; $i <= 9; $i++) {
			$this->budget->take($this->item(4_194_304, 1));
		}
		self::assertTrue($this->budget->allows($this->item(4_194_304)));
		for ($i = 1; $i <= 8; $i++) {
			$this->budget->take($this->item(4_194_304, $i));
		}
		$this->budget->give('nothing');
		self::assertFalse($this->budget->allows($this->item(4_194_304)));
	}

	public function testOthersComeInThePlaceOfWhatIsWritten(): void {
		$world = new TransferWorld();
		for ($i = 0; $i < 300; $i++) {
			$world->source->file("f$i", str_repeat('f', 65_536));
		}
		$rounds = 0;
		$world->cuts->watch = static function (string $moment) use (&$rounds): void {
			self::assertLessThan(200, $rounds += $moment === 'arrived' ? 1 : 0, 'nothing comes any more');
		};
		$world->run();

		self::assertSame(RunState::Done, $world->finish()->state);
	}

	private function item(?int $size, int $number = 0): Item {
		return new Item('run', "key$number", ItemKind::File, 'id', null, 'name', 'name', ItemState::Queued, $size);
	}
}
