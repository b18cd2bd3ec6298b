<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Observatory\Publisher;

use OCA\Compagnon\Error\NotFound;
use OCA\Compagnon\Error\Refused;
use OCA\Compagnon\Observatory\Publisher\EraseRaw;
use OCA\Compagnon\Observatory\Publisher\FreezeWave;
use OCA\Compagnon\Observatory\Publisher\ListReleases;
use OCA\Compagnon\Observatory\Publisher\PublishWave;
use OCA\Compagnon\Observatory\Publisher\Release\BuildRelease;
use OCA\Compagnon\Observatory\Publisher\Release\Release;
use OCA\Compagnon\Observatory\Publisher\Release\ReleaseRepository;
use OCA\Compagnon\Observatory\Publisher\ShowRelease;
use OCA\Compagnon\Observatory\Publisher\VerifyReleases;
use OCA\Compagnon\Tests\Fake\FakeBallots;
use OCA\Compagnon\Tests\Fake\FakeWaves;
use OCA\Compagnon\Tests\Fake\FixedClock;
use OCA\Compagnon\Tests\Fake\MadeUpSurvey;
use OCA\Compagnon\Tests\Fake\MemoryDatabase;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

#[CoversClass(FreezeWave::class)]
#[CoversClass(PublishWave::class)]
#[CoversClass(VerifyReleases::class)]
#[CoversClass(EraseRaw::class)]
#[CoversClass(ShowRelease::class)]
#[CoversClass(ListReleases::class)]
#[CoversClass(ReleaseRepository::class)]
final class PublishTest extends TestCase {
	private const AFTER = 1_800_500_000;

	private MemoryDatabase $database;
	private FixedClock $clock;
	private FakeWaves $waves;
	private FakeBallots $box;
	private ReleaseRepository $releases;

	protected function setUp(): void {
		$this->database = MemoryDatabase::ofTheApp();
		$this->clock = new FixedClock(self::AFTER);
		$this->waves = new FakeWaves([MadeUpSurvey::wave(), MadeUpSurvey::wave('deuxieme')]);
		$this->box = new FakeBallots(...MadeUpSurvey::answers());
		$this->releases = new ReleaseRepository($this->database);
	}

	public function testIsNotCountedWhileReportsCanArriveUnlessSomebodySaysSo(): void {
		$this->clock->now = MadeUpSurvey::wave()->takenUntil - 1;
		try {
			$this->freeze()->freeze('nos-outils', '2026-Q4');
			self::fail();
		} catch (Refused $e) {
			self::assertSame(['day' => '2027-01-14'], $e->values);
		}
		self::assertSame([], $this->waves->frozen);
		self::assertSame('2027-01-14', $this->freeze()->freeze('nos-outils', '2026-Q4', true)->frozen);
	}

	public function testNothingMovesAnyMoreWhenItIsCounted(): void {
		$this->waves->onFreeze = function (): void {
			self::assertNotNull($this->releases->find('nos-outils', '2026-Q4'));
		};
		$first = $this->freeze()->freeze('nos-outils', '2026-Q4');
		$this->box->ballots = [];

		self::assertSame($first->json(), $this->freeze()->freeze('nos-outils', '2026-Q4')->json());
		self::assertSame('nos-outils 2026-Q4', $this->waves->frozen[0]);
	}

	public function testAFreezeThatWasInterruptedIsDoneAgain(): void {
		$this->waves->onFreeze = static fn () => throw new \RuntimeException('power cut');
		try {
			$this->freeze()->freeze('nos-outils', '2026-Q4');
			self::fail();
		} catch (\RuntimeException) {
		}
		$this->waves->onFreeze = null;

		self::assertSame(350, $this->freeze()->freeze('nos-outils', '2026-Q4')->strata[0]->answers);
	}

	public function testWhatIsOnlyCountedIsNotThereForAnybody(): void {
		$this->freeze()->freeze('nos-outils', '2026-Q4');

		self::assertSame([], (new ListReleases($this->releases))->list());
		$this->expectException(NotFound::class);
		(new ShowRelease($this->releases))->text('nos-outils', '2026-Q4');
	}

	public function testIsPublishedOnceInAChain(): void {
		$first = $this->both('nos-outils');
		$second = $this->both('deuxieme');
		$text = (new ShowRelease($this->releases))->text('nos-outils', '2026-Q4');

		self::assertSame($first->json(), $text);
		self::assertSame(hash('sha256', $text), $second->chained?->previous);
		self::assertSame([1, 2], [$first->chained?->number, $second->chained->number]);
		self::assertSame(hash('sha256', $text), $this->waves->announced['nos-outils 2026-Q4']);
		self::assertSame(['deuxieme', 'nos-outils'], array_column((new ListReleases($this->releases))->list(), 'survey'));
		self::assertSame(['releases' => 2, 'faults' => []], (new VerifyReleases($this->releases))->verify());
		$this->expectException(Refused::class);
		$this->publish()->publish('nos-outils', '2026-Q4');
	}

	public function testWhatWasNotCountedCannotBePublished(): void {
		$this->expectException(NotFound::class);
		$this->publish()->publish('nos-outils', '2026-Q4');
	}

	public function testAChangedReleaseIsFound(): void {
		$this->both('nos-outils');
		$this->both('deuxieme');
		foreach ([
			"UPDATE *PREFIX*compagnon_publisher_release SET body = REPLACE(body, '\"count\":100', '\"count\":105') WHERE survey = 'nos-outils'",
			"DELETE FROM *PREFIX*compagnon_publisher_release WHERE survey = 'nos-outils'",
			"UPDATE *PREFIX*compagnon_publisher_release SET sha256 = 'x' WHERE survey = 'nos-outils'",
			"UPDATE *PREFIX*compagnon_publisher_release SET body = '{}' WHERE survey = 'nos-outils'",
		] as $change) {
			try {
				$this->database->transactional(function () use ($change): void {
					$this->database->execute($change);
					self::assertNotSame([], (new VerifyReleases($this->releases))->verify()['faults'], $change);
					throw new \DomainException();
				});
			} catch (\DomainException) {
			}
		}
	}

	public function testReportsGoThreeMonthsAfterTheyWereCounted(): void {
		$this->both('nos-outils');
		$erase = new EraseRaw($this->releases, $this->box, $this->database, $this->clock);
		$this->clock->now = (int)strtotime('2027-04-19 23:00:00 UTC');
		self::assertSame('2027-01-21', gmdate('Y-m-d', self::AFTER));
		self::assertSame(0, $erase->erase());

		$this->clock->now = (int)strtotime('2027-04-22 00:00:00 UTC');
		self::assertSame(1, $erase->erase());
		self::assertSame(0, $erase->erase());
		self::assertSame(['nos-outils 2026-Q4'], $this->box->erased);
		self::assertSame([], (new VerifyReleases($this->releases))->verify()['faults']);
	}

	public function testOneQueryShowsARelease(): void {
		$this->both('nos-outils');
		$before = $this->database->queries;
		(new ShowRelease($this->releases))->show('nos-outils', '2026-Q4');

		self::assertSame($before + 1, $this->database->queries);
	}

	private function both(string $survey): Release {
		$this->freeze()->freeze($survey, '2026-Q4');
		return $this->publish()->publish($survey, '2026-Q4');
	}

	private function freeze(): FreezeWave {
		return new FreezeWave($this->waves, $this->releases, new BuildRelease($this->box, $this->box), $this->clock);
	}

	private function publish(): PublishWave {
		return new PublishWave($this->waves, $this->releases, $this->database, $this->clock);
	}
}
