<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Transfer;

use OCA\Compagnon\Tests\Fake\MemoryDatabase;
use OCA\Compagnon\Transfer\Item\Column;
use OCA\Compagnon\Transfer\Run\Run;
use OCA\Compagnon\Transfer\Run\RunOptions;
use OCA\Compagnon\Transfer\Run\RunPhase;
use OCA\Compagnon\Transfer\Run\RunRepository;
use OCA\Compagnon\Transfer\Run\RunRow;
use OCA\Compagnon\Transfer\Run\RunState;
use OCA\Compagnon\Transfer\Run\RunWish;
use OCA\Compagnon\Transfer\Source\Choice;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

#[CoversClass(RunRepository::class)]
#[CoversClass(RunRow::class)]
#[CoversClass(RunOptions::class)]
#[CoversClass(Run::class)]
#[CoversClass(Column::class)]
final class RunRepositoryTest extends TestCase {
	private RunRepository $runs;

	#[\Override]
	protected function setUp(): void {
		$this->runs = new RunRepository(MemoryDatabase::ofTheApp());
	}

	public function testARunIsReadAsItWasWritten(): void {
		$options = new RunOptions('Été/Drive', new Choice(['a'], ['b'], 'pdf', false, false), 'version', true, true, [4, 5], 'lou@example.org', 'google:7');
		$this->runs->create(new Run('r1', 'nadia', 'bruno', 'google', 'acc', RunState::Draft, RunPhase::Scan, $options, 100));

		$run = $this->runs->find('r1');
		self::assertEquals(new Run('r1', 'nadia', 'bruno', 'google', 'acc', RunState::Draft, RunPhase::Scan, $options, 100, updatedAt: 100), $run);
		self::assertSame('google:7', $run->origin());
		self::assertSame(['nadia', 'acc', [4, 5]], [$run->access()->userId, $run->access()->connection, $run->access()->archives]);
		self::assertNull($this->runs->find('r2'));
	}

	public function testWhatIsMissingInTheOptionsIsAsByDefault(): void {
		self::assertEquals(new RunOptions(), RunOptions::fromJson('{}'));
		self::assertEquals(new RunOptions(), RunOptions::fromJson('{"target":3,"folders":[1],"documents":"x","conflicts":"x","archives":["1"],"safeNames":1,"photos":null}'));
		self::assertSame('google:acc', $this->created()->origin());
	}

	public function testRunsOfAPersonAndRunsForOthers(): void {
		$this->created('r1', createdAt: 1);
		$this->created('r2', createdAt: 2);
		$this->created('r3', startedBy: 'bruno');

		self::assertSame(['r3', 'r2', 'r1'], self::ids($this->runs->ofPerson('nadia')));
		self::assertSame(['r3'], self::ids($this->runs->startedBy('bruno')));
		self::assertSame([], $this->runs->startedBy('nadia'));
	}

	public function testAStateChangesOnlyFromThoseNamed(): void {
		$this->created();

		self::assertFalse($this->runs->transition('r1', [RunState::Paused, RunState::Ready], RunState::Active, 5));
		self::assertTrue($this->runs->transition('r1', [RunState::Ready, RunState::Draft], RunState::Active, 5));
		self::assertFalse($this->runs->transition('r1', [RunState::Draft], RunState::Active, 6));
		self::assertTrue($this->runs->transition('r1', [RunState::Active], RunState::Failed, 9, 'gone', 11));
		$run = $this->runs->find('r1');
		self::assertSame([RunState::Failed, 'gone', 11, 9, 9], [$run?->state, $run?->code, $run?->notBefore, $run?->finishedAt, $run?->updatedAt]);
	}

	public function testAWishStaysUntilTheStateChanges(): void {
		$this->created();

		self::assertTrue($this->runs->wish('r1', RunWish::Pause, 5));
		self::assertTrue($this->runs->wish('r1', RunWish::Cancel, 5));
		self::assertSame(RunWish::Cancel, $this->runs->find('r1')?->wish);
		$this->runs->transition('r1', [RunState::Draft], RunState::Cancelled, 6);
		self::assertNull($this->runs->find('r1')->wish);
		self::assertFalse($this->runs->wish('r1', RunWish::Pause, 7));
	}

	public function testOneWorkerHasTheLeaseAndAnotherTakesItWhenItIsOver(): void {
		$this->created();

		self::assertTrue($this->runs->lease('r1', 'a', 100, 280));
		self::assertFalse($this->runs->lease('r1', 'b', 280, 460));
		self::assertTrue($this->runs->lease('r1', 'a', 110, 290));
		self::assertTrue($this->runs->lease('r1', 'b', 291, 471));
		self::assertFalse($this->runs->lease('r1', 'a', 292, 472));
		self::assertFalse($this->runs->keepCursor('r1', 'a', ['lost' => true]));
		self::assertTrue($this->runs->keepCursor('r1', 'b', ['scan' => ['page' => "\xFF"]], 300));
		$this->runs->release('r1', 'a');
		self::assertFalse($this->runs->lease('r1', 'a', 293, 473));
		$this->runs->release('r1', 'b');
		self::assertTrue($this->runs->lease('r1', 'a', 293, 473));
		self::assertSame([['scan' => ['page' => "\u{FFFD}"]], 300], [$this->runs->find('r1')?->cursor, $this->runs->find('r1')?->notBefore]);
	}

	public function testDueIsWhatIsActiveFreeAndNotTold(): void {
		foreach (['draft', 'free', 'later', 'held'] as $id) {
			$this->created($id);
			if ($id !== 'draft') {
				$this->runs->transition($id, [RunState::Draft], RunState::Active, 1, null, $id === 'later' ? 51 : null);
			}
		}
		$this->runs->lease('held', 'a', 10, 50);

		self::assertSame(['free'], self::ids($this->runs->due(50)));
		self::assertSame(['free', 'held', 'later'], self::ids($this->runs->due(51)));
		self::assertSame(['draft'], self::ids($this->runs->inState(RunState::Draft)));
	}

	public function testAChoiceIsForWhatHasNotBegun(): void {
		$this->created();
		self::assertTrue($this->runs->choose('r1', new RunOptions('Other'), 3));
		$this->runs->transition('r1', [RunState::Draft], RunState::Active, 4);

		self::assertFalse($this->runs->choose('r1', new RunOptions('Third'), 5));
		self::assertSame('Other', $this->runs->find('r1')?->options->target);
	}

	public function testPhasesGoForwardAndTheFirstMoveIsTheBeginning(): void {
		$this->created();
		self::assertFalse($this->runs->advance('r1', RunPhase::Plan, RunPhase::Move, 3));
		self::assertTrue($this->runs->advance('r1', RunPhase::Scan, RunPhase::Plan, 3));
		self::assertTrue($this->runs->rewind('r1', 4));
		self::assertTrue($this->runs->advance('r1', RunPhase::Scan, RunPhase::Plan, 5));
		self::assertTrue($this->runs->advance('r1', RunPhase::Plan, RunPhase::Move, 6));

		self::assertSame([RunPhase::Move, 6], [$this->runs->find('r1')?->phase, $this->runs->find('r1')?->startedAt]);
		self::assertFalse($this->runs->rewind('r1', 7));
	}

	public function testWhatEndedLongAgoIsFoundUntilItsRowsAreErased(): void {
		$this->created();
		$this->runs->transition('r1', [RunState::Draft], RunState::Done, 100);
		$this->runs->keepTotals('r1', ['items' => 3]);

		self::assertSame([], $this->runs->endedBefore(100));
		self::assertSame(['r1'], self::ids($this->runs->endedBefore(101)));
		$this->runs->markErased('r1', 102);
		self::assertSame([], $this->runs->endedBefore(101));
		self::assertSame([['items' => 3], 102], [$this->runs->find('r1')?->totals, $this->runs->find('r1')?->erasedAt]);
		$this->runs->remove('r1');
		self::assertNull($this->runs->find('r1'));
	}

	private function created(string $id = 'r1', string $startedBy = 'nadia', int $createdAt = 100): Run {
		$run = new Run($id, 'nadia', $startedBy, 'google', 'acc', RunState::Draft, RunPhase::Scan, new RunOptions(), $createdAt);
		$this->runs->create($run);
		return $run;
	}

	/**
	 * @param list<Run> $runs
	 * @return list<string>
	 */
	private static function ids(array $runs): array {
		return array_map(static fn (Run $run): string => $run->id, $runs);
	}
}
