<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Transfer\Engine;

use OCA\Compagnon\Tests\Fake\TransferWorld;
use OCA\Compagnon\Transfer\Engine\Presence;
use OCA\Compagnon\Transfer\Engine\ReadBack;
use OCA\Compagnon\Transfer\Engine\ReconcilePhase;
use OCA\Compagnon\Transfer\Engine\ReportPhase;
use OCA\Compagnon\Transfer\Engine\StagingFiles;
use OCA\Compagnon\Transfer\Engine\TargetFaults;
use OCA\Compagnon\Transfer\Engine\Writer;
use OCA\Compagnon\Transfer\EraseOldRuns;
use OCA\Compagnon\Transfer\Item\ItemState;
use OCA\Compagnon\Transfer\ReviveRuns;
use OCA\Compagnon\Transfer\Run\RunCursor;
use OCA\Compagnon\Transfer\Run\RunOptions;
use OCA\Compagnon\Transfer\Run\RunState;
use OCA\Compagnon\Transfer\Target\FilesFault;
use OCA\Compagnon\Transfer\Target\FilesFaultKind;
use OCA\Compagnon\Transfer\TransferSettings;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

/** What the space does while things arrive, and what is made of it at the end. */
#[CoversClass(EraseOldRuns::class)]
#[CoversClass(Presence::class)]
#[CoversClass(ReadBack::class)]
#[CoversClass(ReconcilePhase::class)]
#[CoversClass(ReportPhase::class)]
#[CoversClass(ReviveRuns::class)]
#[CoversClass(RunCursor::class)]
#[CoversClass(TargetFaults::class)]
#[CoversClass(Writer::class)]
final class TargetTest extends TestCase {
	private TransferWorld $world;

	#[\Override]
	protected function setUp(): void {
		$this->world = new TransferWorld();
		$this->world->source->file('a', 'first')->file('b', 'second')->file('c', 'third');
	}

	public function testBothWaysOfWritingComeToTheSame(): void {
		$results = [];
		foreach ([false, true] as $fast) {
			$world = new TransferWorld();
			$world->files->fast = $fast;
			$world->files->put('nadia', 'Drive/f3.txt', 'own');
			for ($i = 0; $i < 60; $i++) {
				$world->source->file("f$i", "body $i");
			}
			$world->run();
			$world->finish();
			self::assertSame($fast, $world->files->batches > 0);
			$results[] = array_map(static fn (string $path): array => [$path, $world->files->bytes('nadia', $path), $world->files->find('nadia', $path)?->modifiedAt], $world->files->paths('nadia'));
		}

		self::assertSame($results[0], $results[1]);
		self::assertCount(61, $results[0]);
	}

	public function testFilesAreStoredOneByOneWhereTheSpaceWantsThat(): void {
		$this->world->files->fast = true;
		(new TransferSettings($this->world->settings))->change(true, null, false, '');
		$this->world->run();
		$this->world->finish();

		self::assertSame(0, $this->world->files->batches);
		self::assertCount(3, $this->world->files->paths('nadia'));
	}

	public function testWithoutRoomTheRunWaitsUntilThereIsSome(): void {
		$this->world->run();
		$this->world->cuts->watch = fn (string $moment) => $moment === 'arrived' ? $this->world->files->quota['nadia'] = 8 : null;
		$run = $this->world->finish();
		self::assertSame([RunState::WaitingRoom, 'no_room'], [$run->state, $run->code]);

		$this->world->cuts->watch = null;
		$this->world->files->quota['nadia'] = 8;
		$this->world->clock->advance(601);
		$this->world->revive();
		self::assertSame(RunState::WaitingRoom, $this->world->runs->find('run1')?->state);
		$this->world->files->quota['nadia'] = 1000;
		$this->world->revive();
		self::assertSame(RunState::WaitingRoom, $this->world->runs->find('run1')->state);
		$this->world->clock->advance(601);
		$this->world->revive();
		self::assertArrayHasKey('run1', $this->world->jobs->scheduled);
		self::assertSame(RunState::Done, $this->world->finish()->state);
		self::assertCount(3, $this->world->files->paths('nadia'));
	}

	public function testWithoutRoomForWhatIsUnderWayTheRunWaitsToo(): void {
		$this->world->source->file('large', str_repeat('x', 5_000_000));
		$this->world->staging->room = 4_000_000;
		$this->world->run();
		self::assertSame([RunState::WaitingRoom, 'no_staging_room'], [$this->world->finish()->state, $this->world->runs->find('run1')?->code]);

		$this->world->staging->room = null;
		$this->world->staging->gone = true;
		$this->again();
		self::assertSame([RunState::WaitingRoom, 'no_staging_room'], [$this->world->finish()->state, $this->world->runs->find('run1')?->code]);
		$this->world->staging->gone = false;
		$this->again();
		self::assertSame(RunState::Done, $this->world->finish()->state);
	}

	public function testADiskThatFillsUpWhileSomethingComesIsWaitedFor(): void {
		$this->world->source->file('large', str_repeat('x', 5_000_000));
		$this->world->run();
		$full = '';
		$this->world->cuts->watch = function (string $moment) use (&$full): void {
			if ($moment === 'next phase' && $full === '') {
				$full = (new StagingFiles($this->world->staging))->path($this->world->item('large'));
				mkdir(dirname($full));
				symlink('/dev/full', $full);
			}
		};
		self::assertSame([RunState::WaitingRoom, 'no_staging_room'], [$this->world->finish()->state, $this->world->runs->find('run1')?->code]);

		unlink($full);
		$this->again();
		self::assertSame(RunState::Done, $this->world->finish()->state);
		self::assertSame(5_000_000, $this->world->files->find('nadia', 'Drive/large.txt')?->size);
	}

	public function testAFolderThatIsClosedMeanwhileIsSaidOfWhatWasToGoThereAndItCanStillCome(): void {
		$this->world->source->folder('d')->file('e', 'fourth', 'd');
		$this->world->run();
		$this->world->cuts->watch = fn (string $moment) => $moment === 'folder made' ? $this->world->files->readOnly = ['Drive/d'] : null;
		self::assertSame(RunState::Partial, $this->world->finish()->state);
		self::assertSame(['failed' => ['read_only' => 1]], $this->world->report->codes('run1'));

		$this->world->cuts->watch = null;
		$this->world->files->readOnly = [];
		$this->world->items->retryFailed('run1');
		$this->world->runs->reopen('run1', $this->world->clock->now());
		self::assertSame(RunState::Done, $this->world->finish()->state);
		self::assertSame('fourth', $this->world->files->bytes('nadia', 'Drive/d/e.txt'));
	}

	public function testAStorageThatDoesNotAnswerForAMinuteCostsAMinute(): void {
		$this->world->run();
		$begin = $this->world->clock->now();
		$this->world->files->watch = fn (string $moment) => $moment === 'before' && $this->world->clock->now() < $begin + 60 ? throw FilesFault::of(FilesFaultKind::Unavailable) : null;
		self::assertSame(RunState::Done, $this->world->finish()->state);
		self::assertCount(3, $this->world->files->paths('nadia'));
	}

	public function testATargetThatNobodyMayWriteToEndsTheRun(): void {
		$this->world->files->readOnly = [''];
		$this->world->run();

		self::assertSame([RunState::Failed, 'read_only'], [$this->world->finish()->state, $this->world->runs->find('run1')?->code]);
		self::assertSame([], $this->world->jobs->scheduled);
	}

	public function testATargetThatIsAFileEndsTheRun(): void {
		$this->world->run();
		$this->world->cuts->watch = fn (string $moment) => $moment === 'next phase' ? $this->world->files->put('nadia', 'Drive', 'a file') : null;

		self::assertSame([RunState::Failed, 'target_is_file'], [$this->world->finish()->state, $this->world->runs->find('run1')?->code]);
	}

	public function testWhatWasWrittenWrongIsWrittenAgain(): void {
		$this->world->run();
		$isSpoilt = false;
		$this->world->files->watch = function (string $moment, string $act, string $path) use (&$isSpoilt): void {
			if ($moment === 'after' && $act === 'create' && !$isSpoilt) {
				$isSpoilt = true;
				$node = $this->world->files->nodes[(int)$this->world->files->find('nadia', $path)?->id];
				$node->bytes = strrev($node->bytes);
			}
		};

		self::assertSame(RunState::Done, $this->world->finish()->state);
		self::assertSame(['first', 'second', 'third'], array_map(fn (string $name): ?string => $this->world->files->bytes('nadia', "Drive/$name.txt"), ['a', 'b', 'c']));
	}

	public function testWhatIsWrittenWrongEachTimeIsSaidAndTryingAgainReplacesIt(): void {
		$this->world->run();
		$this->world->files->watch = function (string $moment, string $act, string $path): void {
			if ($moment === 'after' && in_array($act, ['create', 'replace'], true) && str_contains($path, 'a.txt')) {
				$node = $this->world->files->nodes[(int)$this->world->files->find('nadia', $path)?->id];
				$node->bytes = strrev($node->bytes);
			}
		};

		self::assertSame(RunState::Partial, $this->world->finish()->state);
		self::assertSame([ItemState::Failed, 'read_back', null], [$this->world->item('a')->state, $this->world->item('a')->code, $this->world->item('a')->fileId]);

		$this->world->files->watch = null;
		self::assertTrue($this->world->runs->reopen('run1', $this->world->clock->now()));
		$this->world->items->retryFailed('run1');
		$this->world->jobs->schedule('run1');

		self::assertSame(RunState::Done, $this->world->finish()->state);
		self::assertSame('first', $this->world->files->bytes('nadia', 'Drive/a.txt'));
		self::assertSame(['Drive/a.txt', 'Drive/b.txt', 'Drive/c.txt'], $this->world->files->paths('nadia'));
	}

	public function testWhatIsMissingAtTheEndComesASecondTime(): void {
		$this->world->run();
		$this->world->cuts->watch = function (string $moment): void {
			if ($moment === 'next phase' && $this->world->runs->find('run1')?->phase->value === 'reconcile') {
				$this->world->files->delete('nadia', 'Drive/a.txt');
				$this->world->files->move((int)$this->world->files->find('nadia', 'Drive/b.txt')?->id, 'b elsewhere.txt');
				$this->world->files->put('nadia', 'Drive/c.txt', 'the person goes on with it');
			}
		};

		self::assertSame(RunState::Done, $this->world->finish()->state);
		self::assertSame(['Drive/a.txt', 'Drive/c.txt', 'b elsewhere.txt'], $this->world->files->paths('nadia'));
		self::assertSame(['a@0', 'b@0', 'c@0', 'a@0'], $this->world->source->asked);
	}

	public function testWhatIsMissingTwiceIsSaid(): void {
		$this->world->run();
		$this->world->cuts->watch = function (string $moment): void {
			if ($this->world->runs->find('run1')?->phase->value === 'reconcile' && $moment !== 'written') {
				$this->world->files->delete('nadia', 'Drive/a.txt');
			}
		};

		self::assertSame(RunState::Partial, $this->world->finish()->state);
		self::assertSame([ItemState::Failed, 'lost_again'], [$this->world->item('a')->state, $this->world->item('a')->code]);
	}

	public function testBothAreToldHowItEndedInNumbers(): void {
		$this->world->source->faults['b'] = [400];
		$this->world->run(startedBy: 'bruno');
		$this->world->finish();

		self::assertSame(['nadia', 'bruno'], array_keys($this->world->notifier->told));
		$told = $this->world->notifier->told['bruno']['run1'];
		self::assertSame(['source' => 'Fake Drive', 'moved' => '2', 'failed' => '1'], $told['values']);
		self::assertStringContainsString('have not', $told['sentence']);
	}

	public function testHowFarItIs(): void {
		$run = $this->world->run();
		$this->world->http->atOnce = 1;
		$seen = [];
		$this->world->cuts->watch = function (string $moment) use (&$seen, $run): void {
			if ($moment === 'writing') {
				$this->world->clock->advance(4);
				$now = $this->world->runs->find($run->id) ?? $run;
				$seen[] = RunCursor::of($now->cursor)->speed($this->world->clock->now());
				self::assertNotSame([], $this->world->report->current('run1', 4));
			}
		};
		$this->world->finish();

		self::assertSame([0, 1], array_slice($seen, 0, 2));
		self::assertSame([], $this->world->report->current('run1', 4));
	}

	public function testTheSpeedIsThatOfTheLastMinute(): void {
		$cursor = new RunCursor();
		for ($second = 1; $second <= 200; $second++) {
			$cursor->noteVerified($second, $second <= 100 ? 1_000_000 : 500);
		}

		self::assertSame(500, RunCursor::of(json_decode((string)json_encode($cursor->toArray()), true))->speed(200));
		self::assertLessThanOrEqual(61, count($cursor->verified));
		self::assertSame(0, $cursor->speed(300));
	}

	public function testRowsGoAfterNinetyDaysAndTotalsStay(): void {
		$this->world->run();
		$this->world->finish();
		$this->world->clock->advance(89 * 86_400);
		$this->world->erase();
		self::assertSame(3, $this->world->items->counts('run1')->allItems());
		$this->world->clock->advance(2 * 86_400);
		$this->world->erase();

		self::assertSame(0, $this->world->items->counts('run1')->allItems());
		self::assertSame(3, $this->world->runs->find('run1')?->totals['moved']['items'] ?? 0);
		self::assertFalse($this->world->runs->reopen('run1', 5));
	}

	public function testARunThatNobodyStartsIsGivenUpAfterNinetyDays(): void {
		$this->world->run(new RunOptions('Drive'));
		self::assertSame(RunState::Ready, $this->world->finish()->state);
		$this->world->notifier->tell('nadia', 'run1', 'ready', [], '');
		$this->world->clock->advance(89 * 86_400);
		$this->world->erase();
		self::assertSame(3, $this->world->items->counts('run1')->allItems());
		self::assertSame(RunState::Ready, $this->world->runs->find('run1')?->state);

		$this->world->clock->advance(2 * 86_400);
		$this->world->erase();
		self::assertSame(0, $this->world->items->counts('run1')->allItems());
		self::assertSame(RunState::Cancelled, $this->world->runs->find('run1')?->state);
		self::assertSame([], $this->world->notifier->told['nadia']);
	}

	public function testRunsWithoutAJobAreRevived(): void {
		$this->world->run();
		$this->world->jobs->scheduled = [];
		$this->world->revive();

		self::assertSame(['run1' => null], $this->world->jobs->scheduled);
	}

	private function again(): void {
		$this->world->clock->advance(601);
		$this->world->revive();
		self::assertSame(RunState::Active, $this->world->runs->find('run1')?->state);
	}
}
