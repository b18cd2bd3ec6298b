<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Tour;

use OCA\Compagnon\Error\NotFound;
use OCA\Compagnon\Error\Unavailable;
use OCA\Compagnon\Tests\Fake\World;
use OCA\Compagnon\Tour\FinishTour;
use OCA\Compagnon\Tour\LeaveTour;
use OCA\Compagnon\Tour\NoteOffer;
use OCA\Compagnon\Tour\ProgressChange;
use OCA\Compagnon\Tour\ProgressConflict;
use OCA\Compagnon\Tour\ProgressState;
use OCA\Compagnon\Tour\RefuseTour;
use OCA\Compagnon\Tour\SnoozeTour;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

#[CoversClass(LeaveTour::class)]
#[CoversClass(FinishTour::class)]
#[CoversClass(SnoozeTour::class)]
#[CoversClass(RefuseTour::class)]
#[CoversClass(NoteOffer::class)]
#[CoversClass(ProgressChange::class)]
final class LeavingTest extends TestCase {
	private World $world;

	#[\Override]
	protected function setUp(): void {
		$this->world = new World();
	}

	public function testLeavingKeepsThePlaceAndIsSilentForTheDay(): void {
		$this->world->start('nadia', 'alpha');
		$this->world->move('nadia', 'alpha', 'last', 1);

		$progress = $this->world->leave('nadia', 'alpha', 2);

		self::assertSame(
			[ProgressState::Paused, 'last', 3, $this->world->clock->now + 12 * 3600],
			[$progress->state, $progress->step, $progress->revision, $progress->quietUntil],
		);
	}

	public function testFinishingEndsARunningTour(): void {
		$this->world->start('nadia', 'alpha');

		$progress = $this->world->finish('nadia', 'alpha', 1);

		self::assertSame([ProgressState::Finished, 2, null], [$progress->state, $progress->revision, $progress->quietUntil]);
	}

	public function testAFinishedTourCannotBeFinishedOrLeftAgain(): void {
		$this->world->start('nadia', 'alpha');
		$this->world->finish('nadia', 'alpha', 1);

		foreach ([$this->world->finish(...), $this->world->leave(...)] as $act) {
			try {
				$act('nadia', 'alpha', 2);
				self::fail('it is finished');
			} catch (ProgressConflict $e) {
				self::assertSame(ProgressState::Finished, $e->progress->state);
			}
		}
	}

	public function testAnOldRevisionIsAConflict(): void {
		$this->world->start('nadia', 'alpha');
		$this->world->move('nadia', 'alpha', 'folder', 1);

		foreach ([$this->world->finish(...), $this->world->leave(...)] as $act) {
			try {
				$act('nadia', 'alpha', 1);
				self::fail('it went on elsewhere');
			} catch (ProgressConflict $e) {
				self::assertSame(2, $e->progress->revision);
			}
		}
	}

	public function testPuttingOffAnOffer(): void {
		$this->world->noteOffer('nadia', 'alpha');

		$progress = $this->world->snooze('nadia', 'alpha', 7);

		self::assertSame([ProgressState::Offered, $this->world->clock->now + 7 * 86_400], [$progress->state, $progress->quietUntil]);
	}

	public function testPuttingOffWhatWasNeverOffered(): void {
		$progress = $this->world->snooze('nadia', 'alpha', 1);

		self::assertSame([ProgressState::Offered, 1, $this->world->clock->now + 86_400], [$progress->state, $progress->revision, $progress->quietUntil]);
	}

	public function testPuttingOffARunningTourPausesIt(): void {
		$this->world->start('nadia', 'alpha');

		$progress = $this->world->snooze('nadia', 'alpha', 7);

		self::assertSame([ProgressState::Paused, 'one', $this->world->clock->now + 7 * 86_400], [$progress->state, $progress->step, $progress->quietUntil]);
	}

	/** @return iterable<string, array{ProgressState}> */
	public static function ended(): iterable {
		yield 'finished' => [ProgressState::Finished];
		yield 'refused' => [ProgressState::Refused];
	}

	#[DataProvider('ended')]
	public function testPuttingOffWhatEndedChangesNothing(ProgressState $state): void {
		$this->world->start('nadia', 'alpha');
		$before = $state === ProgressState::Finished ? $this->world->finish('nadia', 'alpha', 1) : $this->world->refuse('nadia', 'alpha');

		self::assertEquals($before, $this->world->snooze('nadia', 'alpha', 7));
	}

	public function testRefusingIsForGoodAndTwiceTheSame(): void {
		$this->world->noteOffer('nadia', 'alpha');

		$progress = $this->world->refuse('nadia', 'alpha');

		self::assertSame([ProgressState::Refused, 2], [$progress->state, $progress->revision]);
		self::assertEquals($progress, $this->world->refuse('nadia', 'alpha'));
		self::assertEquals($progress, $this->world->noteOffer('nadia', 'alpha'));
	}

	public function testAnOfferIsNotedOnce(): void {
		$first = $this->world->noteOffer('nadia', 'alpha');
		$this->world->clock->advance(60);

		self::assertSame([ProgressState::Offered, 1], [$first->state, $first->revision]);
		self::assertEquals($first, $this->world->noteOffer('nadia', 'alpha'));
	}

	public function testAnOfferThatWasPutOffIsNotedAgainWhenItIsDue(): void {
		$this->world->snooze('nadia', 'alpha', 1);
		self::assertSame(1, $this->world->noteOffer('nadia', 'alpha')->revision);

		$this->world->clock->advance(86_400);

		$progress = $this->world->noteOffer('nadia', 'alpha');
		self::assertSame([2, null, $this->world->clock->now], [$progress->revision, $progress->quietUntil, $progress->updatedAt]);
	}

	public function testNotingAnOfferNeverTouchesARunningTour(): void {
		$running = $this->world->start('nadia', 'alpha');

		self::assertEquals($running, $this->world->noteOffer('nadia', 'alpha'));
	}

	public function testAChangeThatIsAlwaysRightIsTriedAgain(): void {
		$this->world->database->meanwhile = fn () => $this->world->noteOffer('nadia', 'alpha');

		$progress = $this->world->refuse('nadia', 'alpha');

		self::assertSame([ProgressState::Refused, 2], [$progress->state, $progress->revision]);
		self::assertEquals($progress, $this->world->repository()->find('nadia', 'alpha'));
	}

	public function testAChangeThatNeverComesThroughSaysSo(): void {
		$again = function () use (&$again): void {
			$this->world->start('nadia', 'alpha', true);
			$this->world->database->meanwhile = $again;
		};
		$this->world->database->meanwhile = $again;

		$this->expectException(Unavailable::class);
		$this->world->refuse('nadia', 'alpha');
	}

	public function testADatabaseThatWentAwayIsSaidAndNothingIsLost(): void {
		$before = $this->world->start('nadia', 'alpha');
		$this->world->database->gone = true;
		foreach ([
			fn () => $this->world->start('nadia', 'alpha'),
			fn () => $this->world->move('nadia', 'alpha', 'last', 1),
			fn () => $this->world->leave('nadia', 'alpha', 1),
			fn () => $this->world->finish('nadia', 'alpha', 1),
			fn () => $this->world->snooze('nadia', 'alpha', 1),
			fn () => $this->world->refuse('nadia', 'alpha'),
			fn () => $this->world->noteOffer('nadia', 'alpha'),
			fn () => $this->world->check('nadia', 'alpha', 'folder'),
			fn () => $this->world->export()->person('nadia'),
			fn () => $this->world->forget()->person('nadia'),
		] as $act) {
			try {
				$act();
				self::fail('the database is gone');
			} catch (Unavailable $e) {
				self::assertStringContainsString('Nothing is lost', $e->sentence);
			}
		}
		$this->world->database->gone = false;

		self::assertEquals($before, $this->world->repository()->find('nadia', 'alpha'));
	}

	public function testAnUnknownTourDoesNotExist(): void {
		foreach ([
			fn () => $this->world->leave('nadia', 'gamma', 1),
			fn () => $this->world->finish('nadia', 'gamma', 1),
			fn () => $this->world->snooze('nadia', 'gamma', 1),
			fn () => $this->world->refuse('nadia', 'gamma'),
			fn () => $this->world->noteOffer('nadia', 'gamma'),
			fn () => $this->world->check('nadia', 'gamma', 'one'),
			fn () => $this->world->show()->show('nadia', 'gamma'),
		] as $act) {
			try {
				$act();
				self::fail('there is no such tour');
			} catch (NotFound $e) {
				self::assertNotSame('', $e->sentence);
			}
		}
	}
}
