<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Transfer\Engine;

use OCA\Compagnon\Tests\Fake\TransferWorld;
use OCA\Compagnon\Transfer\Engine\Queue;
use OCA\Compagnon\Transfer\Item\Item;
use OCA\Compagnon\Transfer\Item\ItemKind;
use OCA\Compagnon\Transfer\Item\ItemState;
use OCA\Compagnon\Transfer\Source\FoundItem;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

/** In its order, and nothing is passed over. */
#[CoversClass(Queue::class)]
final class QueueTest extends TestCase {
	private const FILES = 250;

	private TransferWorld $world;
	private Queue $queue;

	#[\Override]
	protected function setUp(): void {
		$this->world = new TransferWorld();
		$this->queue = new Queue('run1', $this->world->items, $this->world->clock);
		$found = array_map(static fn (int $i): FoundItem => new FoundItem("file$i", ItemKind::File, null, "file $i", 1), range(1, self::FILES));
		$this->world->items->note('run1', $found, 1);
		$this->world->items->putBack('run1', ItemState::Found, ItemState::Queued);
	}

	public function testEachComesOnceInItsOrder(): void {
		self::assertSame(array_map(static fn (int $i): string => "file$i", range(1, self::FILES)), $this->taken(self::FILES + 1));
	}

	public function testWhatWasPutBackMeanwhileComesBehindTheRest(): void {
		$this->taken(150);
		$this->world->items->changeAll('run1', [Item::keyOf(ItemKind::File, 'file7')], ItemState::Fetching, ItemState::Queued);

		$rest = $this->taken(self::FILES);
		self::assertCount(101, $rest);
		self::assertSame(['file250', 'file7'], array_slice($rest, -2));
	}

	public function testWhatIsTriedAgainComesFirst(): void {
		$this->taken(100);
		$this->world->items->change('run1', Item::keyOf(ItemKind::File, 'file7'), ItemState::Fetching, ItemState::Queued, ['not_before' => $this->world->clock->now()]);

		self::assertSame(['file7', 'file101'], $this->taken(2));
	}

	public function testWhatWasGivenBackIsTheNext(): void {
		$this->taken(130);
		$this->queue->release();

		self::assertSame('file131', $this->taken(1)[0]);
	}

	/** @return list<string> at most so many */
	private function taken(int $many): array {
		$ids = [];
		while (count($ids) < $many && ($item = $this->queue->first()) !== null) {
			$ids[] = $item->sourceId;
			$this->queue->shift();
		}
		return $ids;
	}
}
