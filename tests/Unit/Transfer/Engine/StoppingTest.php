<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Transfer\Engine;

use OCA\Compagnon\Tests\Fake\TransferWorld;
use OCA\Compagnon\Transfer\Engine\Lease;
use OCA\Compagnon\Transfer\Engine\LeaseLost;
use OCA\Compagnon\Transfer\Engine\RunSlice;
use OCA\Compagnon\Transfer\Engine\SliceResult;
use OCA\Compagnon\Transfer\Item\ItemState;
use OCA\Compagnon\Transfer\Run\RunState;
use OCA\Compagnon\Transfer\Run\RunWish;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

/** One worker at a time, and one that listens. */
#[CoversClass(Lease::class)]
#[CoversClass(RunSlice::class)]
final class StoppingTest extends TestCase {
	private TransferWorld $world;

	#[\Override]
	protected function setUp(): void {
		$this->world = new TransferWorld();
		$this->world->source->file('a', 'first')->file('b', 'second')->file('c', str_repeat('c', 5_000_000));
	}

	public function testASecondWorkerIsRefusedUntilTheLeaseIsOver(): void {
		$this->world->run();
		self::assertNotNull(Lease::take($this->world->runs, $this->world->clock, 'run1', 'first', 600));

		self::assertSame(SliceResult::Busy, $this->world->slice()->work('run1', 'second', 600));
		self::assertSame($this->world->clock->now() + 60, $this->world->jobs->scheduled['run1']);
		$this->world->clock->advance(181);
		self::assertSame(SliceResult::Ended, $this->world->slice()->work('run1', 'second', 600));
		self::assertSame(RunState::Done, $this->world->runs->find('run1')?->state);
	}

	public function testAWorkerThatLivesKeepsTheLease(): void {
		$this->world->run();
		$lease = Lease::take($this->world->runs, $this->world->clock, 'run1', 'first', 3600);
		for ($seconds = 0; $seconds < 400; $seconds++) {
			$this->world->clock->advance(1);
			$lease?->beat();
		}

		self::assertNull(Lease::take($this->world->runs, $this->world->clock, 'run1', 'second', 600));
	}

	public function testAWorkerThatLostTheLeaseChangesNothingAnyMore(): void {
		$this->world->run();
		$late = Lease::take($this->world->runs, $this->world->clock, 'run1', 'late', 600);
		$this->world->clock->advance(181);
		self::assertNotNull(Lease::take($this->world->runs, $this->world->clock, 'run1', 'second', 600));

		$this->expectException(LeaseLost::class);
		$late?->beat();
	}

	public function testAWorkerThatIsOvertakenLeavesTheRestToTheOther(): void {
		$this->world->run();
		$overtaken = false;
		$this->world->cuts->watch = function (string $moment) use (&$overtaken): void {
			if ($moment === 'writing' && !$overtaken) {
				$overtaken = true;
				$this->world->clock->advance(181);
				self::assertSame(SliceResult::Ended, $this->world->slice()->work('run1', 'second', 600));
			}
		};

		self::assertSame(SliceResult::Busy, $this->world->slice()->work('run1', 'first', 600));
		self::assertSame(['Drive/a.txt', 'Drive/b.txt', 'Drive/c.txt'], $this->world->files->paths('nadia'));
		self::assertSame(RunState::Done, $this->world->runs->find('run1')?->state);
	}

	public function testAWorkerThatFailsLeavesTheRunToTheNext(): void {
		$this->world->source->file('a', 'body');
		$this->world->run();
		$this->world->cuts->watch = static fn (string $moment) => $moment === 'leased' ? null : throw new \RuntimeException('database is locked');
		try {
			$this->world->slice()->work('run1', 'one', 600);
			self::fail('It did not fail.');
		} catch (\RuntimeException $e) {
			self::assertSame('database is locked', $e->getMessage());
		}
		self::assertArrayHasKey('run1', $this->world->jobs->scheduled);
		$this->world->cuts->watch = null;

		self::assertNotSame(SliceResult::Busy, $this->world->slice()->work('run1', 'two', 600));
		self::assertSame(RunState::Done, $this->world->finish()->state);
	}

	public function testTheNextSliceIsOnTheListBeforeThisOneBegins(): void {
		$this->world->run();
		$now = $this->world->clock->now();
		$this->world->cuts->at = ['leased' => 0];
		try {
			$this->world->slice()->work('run1', 'first', 600);
			self::fail('the power went');
		} catch (\Error) {
			self::assertSame(['run1' => $now + 240], $this->world->jobs->scheduled);
		}
		$this->world->clock->advance(181);
		$this->world->slice()->work('run1', 'second', 0);
		self::assertSame(['run1' => null], $this->world->jobs->scheduled);
		$this->world->finish();
		self::assertSame([], $this->world->jobs->scheduled);
	}

	public function testCancelIsHeardWithinThreeSecondsWhileADownloadStandsStill(): void {
		$since = $this->wishDuringAStall(RunWish::Cancel);
		self::assertSame(SliceResult::Ended, $this->world->slice()->work('run1', 'first', 600));

		$run = $this->world->runs->find('run1');
		self::assertSame(RunState::Cancelled, $run?->state);
		self::assertLessThan(3, $this->world->clock->now() - $since());
		self::assertSame([], glob($this->world->staging->folder() . '/*'));
		self::assertSame([], $this->world->jobs->scheduled);
		self::assertSame(0, $this->world->http->running);
		self::assertSame(1, $run->totals['states']['verified']['items'] ?? 0);
		self::assertSame(['Drive/a.txt'], $this->world->files->paths('nadia'));
	}

	public function testWhatWasStoppedBeforeItsTurnIsCountedAndCanStillCome(): void {
		$this->wishDuringAStall(RunWish::Cancel);
		$this->world->slice()->work('run1', 'first', 600);

		$counts = $this->world->items->counts('run1');
		self::assertSame(0, $counts->open());
		self::assertSame([1, 2], [$counts->items(ItemState::Verified), $counts->items(ItemState::Skipped)]);
		self::assertTrue($this->world->runs->find('run1')->totals['complete'] ?? false);

		$this->world->cuts->watch = null;
		$this->world->http->atOnce = PHP_INT_MAX;
		self::assertTrue($this->world->runs->reopen('run1', $this->world->clock->now()));
		self::assertSame(2, $this->world->items->retryFailed('run1'));
		self::assertSame(RunState::Done, $this->world->finish()->state);
		self::assertCount(3, $this->world->files->paths('nadia'));
	}

	public function testAPausedRunGoesOnWhereItWas(): void {
		$since = $this->wishDuringAStall(RunWish::Pause);
		self::assertSame(SliceResult::Stopped, $this->world->slice()->work('run1', 'first', 600));
		self::assertLessThan(3, $this->world->clock->now() - $since());
		self::assertSame(RunState::Paused, $this->world->runs->find('run1')?->state);
		self::assertSame(SliceResult::Stopped, $this->world->slice()->work('run1', 'first', 600));

		$this->world->cuts->watch = null;
		$this->world->http->atOnce = PHP_INT_MAX;
		$this->world->runs->transition('run1', [RunState::Paused], RunState::Active, $this->world->clock->now());
		self::assertSame(RunState::Done, $this->world->finish()->state);
		self::assertCount(3, $this->world->files->paths('nadia'));
	}

	public function testWhatIsPausedCanBeCancelled(): void {
		$this->world->run();
		$this->world->runs->transition('run1', [RunState::Active], RunState::Paused, 5);
		$this->world->runs->wish('run1', RunWish::Cancel, 6);

		self::assertSame(SliceResult::Ended, $this->world->slice()->work('run1', 'page', 1));
		self::assertSame(RunState::Cancelled, $this->world->runs->find('run1')?->state);
		self::assertSame(SliceResult::Ended, $this->world->slice()->work('run1', 'page', 1));
	}

	public function testARunWhoseSlicesAlwaysBreakOffIsGivenUp(): void {
		$this->world->run();
		for ($i = 0; $i <= 20; $i++) {
			$this->world->cuts->at = ['listed' => 0];
			try {
				$this->world->slice()->work('run1', 'first', 600);
			} catch (\Error) {
				$this->world->clock->advance(241);
			}
		}

		self::assertSame([RunState::Failed, 'internal'], [$this->world->runs->find('run1')?->state, $this->world->runs->find('run1')?->code]);
	}

	public function testTheTimeOfASliceIsKept(): void {
		$this->world->run();
		$this->world->cuts->watch = fn () => $this->world->clock->advance(1);
		$begin = $this->world->clock->now();

		self::assertSame(SliceResult::MoreToDo, $this->world->slice()->work('run1', 'page', 5));
		self::assertLessThan(12, $this->world->clock->now() - $begin);
		self::assertSame(RunState::Done, $this->world->finish(seconds: 5)->state);
		self::assertSame(3, $this->world->items->counts('run1')->items(ItemState::Verified));
	}

	/** @return \Closure(): int when somebody had wished it */
	private function wishDuringAStall(RunWish $wish): \Closure {
		$this->world->run();
		$this->world->http->atOnce = 1;
		$wished = 0;
		$arrived = 0;
		$this->world->cuts->watch = function (string $moment) use ($wish, &$wished, &$arrived): void {
			if ($moment === 'arrived') {
				$arrived++;
				$this->world->clock->advance(1);
				$this->world->http->atOnce = 0;
				if ($arrived === 20) {
					$wished = $this->world->clock->now();
					$this->world->runs->wish('run1', $wish, $wished);
				}
				self::assertLessThan(40, $arrived, 'nobody listened');
			}
		};
		return static function () use (&$wished): int {
			return $wished;
		};
	}
}
