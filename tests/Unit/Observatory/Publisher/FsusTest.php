<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Observatory\Publisher;

use OCA\Compagnon\Observatory\Publisher\Count\Answer;
use OCA\Compagnon\Observatory\Publisher\Count\Asked;
use OCA\Compagnon\Observatory\Publisher\Count\Choice;
use OCA\Compagnon\Observatory\Publisher\Count\Figures;
use OCA\Compagnon\Observatory\Publisher\Count\Fsus;
use OCA\Compagnon\Observatory\Publisher\Count\Interval;
use OCA\Compagnon\Observatory\Publisher\Count\Protect;
use OCA\Compagnon\Observatory\Publisher\Count\Shape;
use OCA\Compagnon\Observatory\Publisher\Count\Tally;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

#[CoversClass(Fsus::class)]
#[CoversClass(Figures::class)]
#[CoversClass(Interval::class)]
#[CoversClass(Answer::class)]
#[CoversClass(Asked::class)]
final class FsusTest extends TestCase {
	/** @return iterable<string, array{mixed, ?float}> */
	public static function scores(): iterable {
		yield 'the middle of everything' => [[3, 3, 3, 3, 3, 3, 3, 3, 3, 3], 50.0];
		yield 'the best' => [[5, 1, 5, 1, 5, 1, 5, 1, 5, 1], 100.0];
		yield 'the worst' => [[1, 5, 1, 5, 1, 5, 1, 5, 1, 5], 0.0];
		yield 'all agreed with' => [[5, 5, 5, 5, 5, 5, 5, 5, 5, 5], 50.0];
		yield 'worked out by hand' => [[4, 2, 4, 1, 5, 2, 4, 2, 3, 3], 75.0];
		yield 'without an answer is the middle' => [[4, 2, 4, 1, 5, 2, 4, 2, null, null], 75.0];
		yield 'one answer is enough' => [[5, null, null, null, null, null, null, null, null, null], 55.0];
		yield 'nothing answered' => [[null, null, null, null, null, null, null, null, null, null], null];
		yield 'nine items' => [[3, 3, 3, 3, 3, 3, 3, 3, 3], null];
		yield 'six' => [[6, 3, 3, 3, 3, 3, 3, 3, 3, 3], null];
		yield 'text' => [['3', 3, 3, 3, 3, 3, 3, 3, 3, 3], null];
		yield 'no list' => [['a' => 3], null];
		yield 'refused' => [null, null];
	}

	#[DataProvider('scores')]
	public function testScores(mixed $items, ?float $score): void {
		$steps = Fsus::steps($items);
		self::assertSame($score, $steps === null ? null : $steps * Fsus::STEP);
	}

	public function testNoScoreOfFewPeople(): void {
		$score = static function (int $people): mixed {
			$tally = new Tally([Asked::fsus('f', ['fr' => 'F', 'en' => 'F'])]);
			for ($i = 0; $i < $people; $i++) {
				$tally->add(['f' => $i % 2 === 0 ? [5, 1, 5, 1, 5, 1, 5, 1, 5, 1] : [3, 3, 3, 3, 3, 3, 3, 3, 3, 3]]);
			}
			return Protect::all($tally->counted())[0]->score;
		};

		self::assertNull($score(14));
		// 20 people, ten at 100 and ten at 50: mean 75, standard deviation 25.649, half a width of 11.24.
		self::assertSame(['value' => 75, 'low' => 63, 'high' => 87, 'error' => null], $score(20)?->toArray());
	}

	public function testAMeanIsShownWhereAllScoresLieInOneBand(): void {
		$tally = new Tally([Asked::fsus('f', ['fr' => 'F', 'en' => 'F'])]);
		for ($i = 0; $i < 20; $i++) {
			$tally->add(['f' => [4, 2, 4, 1, 5, 2, 4, 2, 3, 3]]);
		}
		$result = Protect::all($tally->counted())[0];

		self::assertSame([], $result->cells);
		self::assertNull($result->withheld);
		self::assertSame(['value' => 75, 'low' => 75, 'high' => 75, 'error' => null], $result->score?->toArray());
	}

	public function testRecommendationIsADistributionWithOneNumberBeside(): void {
		$result = $this->recommended([0 => 20, 7 => 20, 9 => 60]);
		self::assertSame([20, 20, 60], array_map(static fn ($cell): ?int => $cell->count, $result->cells));
		// 60 less 20; standard error √((0.6 + 0.2 − 0.16) / 100) = 0.08.
		self::assertSame(['value' => 40, 'low' => 24, 'high' => 56, 'error' => 8], $result->balance?->toArray());

		$merged = $this->recommended([0 => 5, 7 => 35, 9 => 60]);
		self::assertSame([['0-6', '7-8'], ['9-10']], array_map(static fn ($cell): array => $cell->options, $merged->cells));
		self::assertNull($merged->balance);
	}

	public function testWilsonsIntervalIsTheOneOfTheBooks(): void {
		$interval = Interval::wilson(10, 100);
		self::assertEqualsWithDelta(0.0552, $interval->low, 0.0001);
		self::assertEqualsWithDelta(0.1744, $interval->high, 0.0001);
		$none = Interval::wilson(0, 20);
		self::assertSame(0.0, $none->low);
		self::assertEqualsWithDelta(0.1611, $none->high, 0.0001);
	}

	public function testAnIntervalHoldsWhateverWasRounded(): void {
		mt_srand(3);
		for ($round = 0; $round < 3_000; $round++) {
			$n = mt_rand(15, 400);
			$part = mt_rand(13, $n);
			if ($part > $n) {
				continue;
			}
			$exact = Interval::wilson($part, $n);
			$shown = Interval::ofRounded(intdiv($part + 2, 5) * 5, intdiv($n + 5, 10) * 10);
			self::assertLessThanOrEqual($exact->low + 1e-9, $shown->low, "$part of $n");
			self::assertGreaterThanOrEqual($exact->high - 1e-9, $shown->high, "$part of $n");
		}
	}

	public function testWhatIsUnknownIsNotCounted(): void {
		$several = new Asked('s', Shape::Several, ['fr' => '', 'en' => ''], [Choice::named('a', 'a', 'a'), Choice::named('b', 'b', 'b')]);
		self::assertSame(['a', 'b'], Answer::cells($several, ['a', 'b']));
		self::assertSame([], Answer::cells($several, []));
		self::assertNull(Answer::cells($several, ['a', 'a']));
		self::assertNull(Answer::cells($several, ['a', 'x']));
		self::assertNull(Answer::cells($several, [1]));
		self::assertNull(Answer::cells($several, 'a'));
		$scale = new Asked('o', Shape::Ordered, ['fr' => '', 'en' => ''], [Choice::named('1', '1', '1'), Choice::named('2', '2', '2')]);
		self::assertSame(['2'], Answer::cells($scale, 2));
		self::assertNull(Answer::cells($scale, 3));
		self::assertNull(Answer::cells(Asked::recommend('r', []), 11));
		self::assertNull(Answer::cells(Asked::recommend('r', []), '9'));
	}

	/** @param array<int, int> $people by answer */
	private function recommended(array $people): \OCA\Compagnon\Observatory\Publisher\Release\Result {
		$tally = new Tally([Asked::recommend('r', ['fr' => 'R', 'en' => 'R'])]);
		foreach ($people as $answer => $count) {
			for ($i = 0; $i < $count; $i++) {
				$tally->add(['r' => $answer]);
			}
		}
		return Protect::all($tally->counted())[0];
	}
}
