<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Transfer\Engine;

use OCA\Compagnon\Tests\Fake\TransferWorld;
use OCA\Compagnon\Transfer\Engine\Memory;
use OCA\Compagnon\Transfer\Engine\ScanPhase;
use OCA\Compagnon\Transfer\Engine\SliceResult;
use OCA\Compagnon\Transfer\Fault\Fault;
use OCA\Compagnon\Transfer\Fault\FaultKind;
use OCA\Compagnon\Transfer\Item\ItemKind;
use OCA\Compagnon\Transfer\Item\ItemState;
use OCA\Compagnon\Transfer\Item\ItemTree;
use OCA\Compagnon\Transfer\Run\RunOptions;
use OCA\Compagnon\Transfer\Run\RunState;
use OCA\Compagnon\Transfer\Source\FoundItem;
use OCA\Compagnon\Transfer\Source\Page;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

/** What providers do to listings. */
#[CoversClass(ScanPhase::class)]
#[CoversClass(ItemTree::class)]
#[CoversClass(Memory::class)]
final class ListingTest extends TestCase {
	private TransferWorld $world;

	#[\Override]
	protected function setUp(): void {
		$this->world = new TransferWorld();
	}

	public function testAPlaceThatIsNotKnownAnyMoreBeginsAnew(): void {
		$this->files(8);
		$this->world->source->listFaults = [null, null, new Fault(FaultKind::Restart, 'bad_answer')];
		$this->world->run();

		self::assertSame(RunState::Done, $this->world->finish()->state);
		self::assertSame(8, $this->world->items->counts('run1')->items(ItemState::Verified));
	}

	public function testAProviderThatBeginsAnewTakesBackWhatItSaid(): void {
		$this->files(3);
		$this->world->source->listFaults = [
			new Page([new FoundItem('old', ItemKind::File, null, 'old.txt', 3)], 'x'),
			new Page([], null, restart: true),
		];
		$this->world->run();

		self::assertSame(RunState::Done, $this->world->finish()->state);
		self::assertSame(3, $this->world->items->counts('run1')->allItems());
	}

	public function testAProviderThatAlwaysBeginsAnewIsGivenUp(): void {
		$this->world->source->listFaults = array_fill(0, 10, new Page([], null, restart: true));
		$this->world->run();

		self::assertSame([RunState::Failed, 'bad_answer'], [$this->world->finish()->state, $this->world->runs->find('run1')?->code]);
	}

	public function testWhatIsGoneGoesWithAllBelowIt(): void {
		$this->world->source->folder('d')->folder('e', 'd')->file('a', 'x', 'e')->file('b', 'x');
		$this->world->source->listFaults = [new Page(array_values($this->world->source->items), 'more'), new Page([], null, gone: ['d'])];
		$this->world->run();
		$this->world->finish();

		self::assertSame(1, $this->world->items->counts('run1')->allItems());
		self::assertSame(['Drive/b.txt'], $this->world->files->paths('nadia'));
	}

	public function testTheLastOneListedCounts(): void {
		$this->world->source->file('a', 'what it is');
		$old = new FoundItem('a', ItemKind::File, 'nowhere', 'old.txt', 3);
		$this->world->source->listFaults = [new Page([$old, $old], 'more'), new Page([$this->world->source->items['a']], null)];
		$this->world->run();

		self::assertSame(RunState::Done, $this->world->finish()->state);
		self::assertSame(['Drive/a.txt'], $this->world->files->paths('nadia'));
	}

	public function testParentsMayComeLastAndCirclesAndOrphansLieAtTheTop(): void {
		$this->world->source->file('a', 'deep', 'e')->folder('e', 'd')->folder('d')
			->folder('c1', 'c2')->folder('c2', 'c1')->folder('self', 'self')->file('b', 'in a circle', 'c2')->file('o', 'orphan', 'unknown');
		$this->world->run();

		self::assertSame(RunState::Done, $this->world->finish()->state);
		self::assertSame(['Drive/c1/c2/b.txt', 'Drive/d/e/a.txt', 'Drive/o.txt'], $this->world->files->paths('nadia'));
		self::assertSame('d / e / a.txt', $this->world->item('a')->sourcePath);
		self::assertTrue($this->world->files->find('nadia', 'Drive/self')?->isFolder);
	}

	public function testAListingThatIsRefusedForAWhileIsTakenUpAgain(): void {
		$this->files(4);
		$this->world->source->listFaults = [new Fault(FaultKind::Again, 'provider_error'), new Fault(FaultKind::Throttled, 'rate_limited', 30), null, new Fault(FaultKind::Throttled, 'rate_limited', 3600)];
		$this->world->run();
		$begin = $this->world->clock->now();
		self::assertSame(SliceResult::Waiting, $this->world->slice()->work('run1', 'first', 600));
		self::assertSame($this->world->clock->now() + 3600, $this->world->jobs->scheduled['run1']);

		self::assertSame(RunState::Done, $this->world->finish()->state);
		self::assertGreaterThanOrEqual(3631, $this->world->clock->now() - $begin);
	}

	public function testAListingThatNeverComesIsGivenUp(): void {
		$this->world->source->listFaults = array_fill(0, 40, new Fault(FaultKind::Again, 'provider_error'));
		$this->world->run();

		self::assertSame([RunState::Failed, 'provider_error'], [$this->world->finish()->state, $this->world->runs->find('run1')?->code]);
	}

	public function testALoginThatIsOverPausesTheListing(): void {
		$this->world->source->listFaults = [new Fault(FaultKind::Reconnect, 'reconnect')];
		$this->world->run();

		self::assertSame(RunState::WaitingReconnect, $this->world->finish()->state);
	}

	public function testMemoryStaysFlatHoweverMuchIsListedAndMoved(): void {
		$items = getenv('SOAK') === false ? 1_500 : 100_000;
		$this->world->source->pageSize = 500;
		for ($i = 0; $i < $items; $i++) {
			$this->world->source->file("f$i", '');
		}
		$peak = 0;
		$begin = memory_get_usage();
		$this->world->cuts->watch = static function (string $moment) use (&$peak): void {
			$peak = in_array($moment, ['page kept', 'planned', 'arrived'], true) ? max($peak, memory_get_usage()) : $peak;
		};
		// Planned only: the fake files and the database are in the same memory.
		$this->world->run(new RunOptions('Drive'));
		self::assertSame(RunState::Ready, $this->world->finish()->state);

		self::assertSame($items, $this->world->items->counts('run1')->items(ItemState::Queued));
		self::assertLessThan(16_000_000 + $items * 160, $peak - $begin);
	}

	private function files(int $number): void {
		for ($i = 0; $i < $number; $i++) {
			$this->world->source->file("f$i", "body $i");
		}
	}
}
