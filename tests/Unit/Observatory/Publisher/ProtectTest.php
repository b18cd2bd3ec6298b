<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Observatory\Publisher;

use OCA\Compagnon\Observatory\Publisher\Count\Asked;
use OCA\Compagnon\Observatory\Publisher\Count\Choice;
use OCA\Compagnon\Observatory\Publisher\Count\Clause;
use OCA\Compagnon\Observatory\Publisher\Count\Links;
use OCA\Compagnon\Observatory\Publisher\Count\Protect;
use OCA\Compagnon\Observatory\Publisher\Count\Shape;
use OCA\Compagnon\Observatory\Publisher\Count\Tally;
use OCA\Compagnon\Observatory\Publisher\Release\BuildRelease;
use OCA\Compagnon\Observatory\Publisher\Release\CheckRelease;
use OCA\Compagnon\Observatory\Publisher\Release\Release;
use OCA\Compagnon\Observatory\Publisher\Release\Result;
use OCA\Compagnon\Observatory\Publisher\Release\Withheld;
use OCA\Compagnon\Tests\Fake\FakeBallots;
use OCA\Compagnon\Tests\Fake\MadeUpSurvey;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

#[CoversClass(Protect::class)]
#[CoversClass(Links::class)]
#[CoversClass(Tally::class)]
#[CoversClass(BuildRelease::class)]
#[CoversClass(CheckRelease::class)]
final class ProtectTest extends TestCase {
	public function testRandomWavesNeverShowWhatTheyMustNot(): void {
		for ($seed = 0; $seed < 40; $seed++) {
			$answers = MadeUpSurvey::answers($seed);
			// From a handful of answers to all of them.
			$ballots = array_map(static fn (array $of): array => array_slice($of, 0, 5 + $seed * 9), $answers['ballots']);
			$release = $this->release($ballots, $answers['tokens']);

			self::assertSame([], CheckRelease::faults($release), (string)$seed);
			foreach ($release->strata as $layer) {
				foreach ($layer->questions as $result) {
					$this->mustAgree($result, $ballots[$layer->stratum]);
				}
			}
		}
	}

	public function testOneReportMovesOneCountByOneAtMost(): void {
		$asked = MadeUpSurvey::asked();
		$all = MadeUpSurvey::answers(3)['ballots']['attested'];
		foreach (array_slice($all, 0, 60) as $forged) {
			$before = new Tally($asked);
			$after = new Tally($asked);
			foreach ($all as $ballot) {
				$before->add($ballot);
				$after->add($ballot);
			}
			$after->add($forged + ['role' => 'x', 'unheard' => 'of']);
			foreach ($before->counted() as $place => $counted) {
				$now = $after->counted()[$place];
				$moved = array_map(static fn (int $one, int $other): int => $other - $one, $counted->cells, $now->cells);
				self::assertLessThanOrEqual(1, max(array_map(abs(...), $moved)));
				self::assertTrue($counted->asked->shape === Shape::Several || array_sum(array_map(abs(...), $moved)) <= 1);
				self::assertLessThanOrEqual(1, $now->answered - $counted->answered);
			}
		}
	}

	public function testOneSpaceCannotFillACell(): void {
		self::assertLessThan(11, MadeUpSurvey::wave()->fromOneSpace());
		// Everything that one space can send, on top of nobody and of one other space.
		foreach ([10, 12] as $reports) {
			$release = $this->release(['attested' => array_fill(0, $reports, ['role' => 'autre'])], []);
			self::assertNull($release->strata[0]->answers);
			self::assertSame([], $release->strata[0]->questions);
		}
		$others = array_map(static fn (int $i): array => ['role' => ['benevole', 'bureau', 'salarie'][$i % 3]], range(0, 89));
		$release = $this->release(['attested' => [...$others, ...array_fill(0, 10, ['role' => 'autre'])]], []);
		self::assertNull($release->strata[0]->questions[0]->cells[3]->count);
	}

	public function testStrataAreNeverAdded(): void {
		$ballots = ['attested' => array_fill(0, 12, ['role' => 'bureau']), 'unattested' => array_fill(0, 12, ['role' => 'bureau'])];
		$release = $this->release($ballots, ['attested' => 120, 'unattested' => 120]);

		self::assertSame([null, null], [$release->strata[0]->answers, $release->strata[1]->answers]);
		self::assertStringNotContainsString('"24"', $release->json());
		self::assertArrayNotHasKey('answers', $release->toArray());
	}

	public function testAQuestionForSomeIsNotShownWhenItTellsAHiddenNumber(): void {
		// 30 and 5 are hidden together; 30 people were asked the second question.
		$asked = [self::question('a', ['x', 'y', 'z']), self::question('b', ['p', 'q'], [new Clause('a', ['y'])])];
		$results = $this->results($asked, ['x' => 60, 'y' => 30, 'z' => 5]);
		self::assertNull($results[0]->cells[1]->count);
		self::assertSame(Withheld::Linked, $results[1]->withheld);

		$results = $this->results($asked, ['x' => 60, 'y' => 30, 'z' => 20]);
		self::assertSame(30, $results[0]->cells[1]->count);
		self::assertNull($results[1]->withheld);
	}

	public function testACrossingOfTwoConditionsNeedsEnoughOnBothSides(): void {
		$clauses = [new Clause('a', ['x']), new Clause('c', ['u'])];
		$asked = [self::question('a', ['x', 'y']), self::question('c', ['u', 'v']), self::question('b', ['p', 'q'], $clauses)];
		foreach ([55 => Withheld::Linked, 40 => null] as $both => $expected) {
			$tally = new Tally($asked);
			for ($i = 0; $i < 100; $i++) {
				$inA = $i < 60;
				$inC = $i < $both || $i >= 80;
				$tally->add(['a' => $inA ? 'x' : 'y', 'c' => $inC ? 'u' : 'v', 'b' => $inA && $inC ? ($i % 2 === 0 ? 'p' : 'q') : null]);
			}
			self::assertSame($expected, Protect::all($tally->counted())[2]->withheld, (string)$both);
		}
	}

	public function testTheCheckFindsWhatIsPlanted(): void {
		$json = $this->release(MadeUpSurvey::answers()['ballots'], [])->json();
		self::assertSame([], CheckRelease::faults(Release::read($json)));
		foreach (['"k":11' => '"k":5', '"per_space":10' => '"per_space":11', '"count":100' => '"count":10', '"n":340' => '"n":341', '"stratum":"unattested"' => '"stratum":"attested"'] as $was => $planted) {
			self::assertStringContainsString($was, $json);
			self::assertNotSame([], CheckRelease::faults(Release::read(str_replace($was, $planted, $json))), $planted);
		}
	}

	/**
	 * @param list<string> $choices
	 * @param list<Clause> $clauses
	 */
	private static function question(string $id, array $choices, array $clauses = []): Asked {
		return new Asked($id, Shape::One, ['fr' => $id, 'en' => $id], array_map(static fn (string $choice): Choice => Choice::named($choice, $choice, $choice), $choices), $clauses);
	}

	/**
	 * @param list<Asked> $asked
	 * @param array<string, int> $people by answer to the first; those with y are asked the second
	 * @return list<Result>
	 */
	private function results(array $asked, array $people): array {
		$tally = new Tally($asked);
		foreach ($people as $answer => $count) {
			for ($i = 0; $i < $count; $i++) {
				$tally->add(['a' => $answer, 'b' => $answer === 'y' ? ($i % 2 === 0 ? 'p' : 'q') : null]);
			}
		}
		return Protect::all($tally->counted());
	}

	/** @param list<array<string, mixed>> $ballots */
	private function mustAgree(Result $result, array $ballots): void {
		if (in_array($result->shape, [Shape::Fsus, Shape::Recommend], true)) {
			return;
		}
		foreach ($result->cells as $cell) {
			$exact = count(array_filter($ballots, static fn (array $ballot): bool => array_intersect($cell->options, array_map(strval(...), (array)($ballot[$result->id] ?? []))) !== []));
			self::assertTrue($cell->count === null || abs($cell->count - $exact) <= 2, "$result->id: $cell->count for $exact");
			self::assertTrue($cell->count === null || $exact >= 11);
		}
	}

	/**
	 * @param array<string, list<array<string, mixed>>> $ballots
	 * @param array<string, int> $tokens
	 */
	private function release(array $ballots, array $tokens): Release {
		$box = new FakeBallots($ballots, $tokens);
		return (new BuildRelease($box, $box))->build(MadeUpSurvey::wave(), 1_800_000_000);
	}
}
