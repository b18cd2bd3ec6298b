<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Observatory\Publisher;

use OCA\Compagnon\Observatory\Publisher\Count\Rounding;
use OCA\Compagnon\Observatory\Publisher\Count\Suppression;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

/** Attacks on published tables. */
#[CoversClass(Suppression::class)]
final class AttackTest extends TestCase {
	/** How many values have to stay possible for a hidden cell. */
	private const SPREAD = 8;

	public function testNoHiddenCellCanBeComputedFromWhatIsShown(): void {
		mt_srand(20261128);
		$hiding = 0;
		for ($round = 0; $round < 20_000; $round++) {
			$counts = $this->counts(mt_rand(2, 8));
			$n = Rounding::shownTotal(array_sum($counts));
			$cells = Attacker::published($counts);
			if ($n === null || array_filter($cells, is_int(...)) === [] || !in_array(null, $cells, true)) {
				continue;
			}
			$hiding++;
			[$least, $most] = Attacker::bounds($cells, $n);
			$case = json_encode([$counts, $cells, $n], JSON_THROW_ON_ERROR);
			self::assertSame(0, $least, $case);
			self::assertGreaterThanOrEqual(Rounding::K, $most, $case);
		}
		self::assertGreaterThan(5_000, $hiding);
	}

	/** Every table of three answers with up to 60 people: whoever knows the rule can try them all, and so do we. */
	public function testNotEvenWhoKnowsTheRuleCanTellASmallCell(): void {
		$seen = [];
		foreach ($this->tables(60) as $counts) {
			$cells = Attacker::published($counts);
			if (array_filter($cells, is_int(...)) !== []) {
				$this->note($seen, [$cells, Rounding::total(array_sum($counts))], $counts, array_keys($cells, null, true));
			}
		}
		$this->mustStayOpen($seen);
	}

	/** With an order, small cells are counted with their neighbours: what is in each of them stays open. */
	public function testACellThatIsCountedWithItsNeighboursStaysOpen(): void {
		$seen = [];
		foreach ($this->tables(60) as $counts) {
			$groups = Attacker::merged($counts);
			$together = array_merge(...array_map(static fn (array $group): array => count($group[0]) > 1 ? $group[0] : [], $groups));
			$this->note($seen, [$groups, Rounding::total(array_sum($counts))], $counts, $together);
		}
		$this->mustStayOpen($seen);
	}

	public function testFourAnswersStayOpenToo(): void {
		mt_srand(20261129);
		for ($tried = 0; $tried < 15;) {
			$counts = [mt_rand(0, 16), mt_rand(0, 16), mt_rand(0, 30), mt_rand(13, 30)];
			$n = Rounding::shownTotal(array_sum($counts));
			$cells = Attacker::published($counts);
			if ($n === null || array_filter($cells, is_int(...)) === [] || !in_array(null, $cells, true)) {
				continue;
			}
			$tried++;
			foreach (Attacker::tries($cells, $n, 40) as $place => $values) {
				self::assertContains($counts[$place], $values);
				self::assertGreaterThanOrEqual(self::SPREAD, count($values), json_encode([$counts, $cells, $n, $place, $values], JSON_THROW_ON_ERROR));
			}
		}
	}

	public function testTheAttackerFindsACellThatIsHiddenAlone(): void {
		self::assertSame([1, 18], Attacker::bounds([100, null, 50], 160));
	}

	/** @return list<int> */
	private function counts(int $cells): array {
		return array_map(static fn (): int => mt_rand(0, 2) === 0 ? mt_rand(0, 14) : mt_rand(0, mt_rand(10, 200)), range(1, $cells));
	}

	/** @return \Generator<list<int>> every table of three answers that a total of so many, rounded, can come from */
	private function tables(int $people): \Generator {
		for ($a = 0; $a < $people + Rounding::TOTAL_OFF; $a++) {
			for ($b = 0; $a + $b < $people + Rounding::TOTAL_OFF; $b++) {
				for ($c = max(0, 15 - $a - $b); $a + $b + $c < $people + Rounding::TOTAL_OFF; $c++) {
					yield [$a, $b, $c];
				}
			}
		}
	}

	/**
	 * @param array<string, array<int, array<int, true>>> $seen values by publication and place
	 * @param array<array-key, mixed> $published
	 * @param list<int> $counts
	 * @param list<int> $places that are not shown by themselves
	 */
	private function note(array &$seen, array $published, array $counts, array $places): void {
		foreach ($places as $place) {
			$seen[json_encode($published, JSON_THROW_ON_ERROR)][$place][$counts[$place]] = true;
		}
	}

	/** @param array<string, array<int, array<int, true>>> $seen */
	private function mustStayOpen(array $seen): void {
		self::assertGreaterThan(50, count($seen));
		foreach ($seen as $published => $places) {
			foreach ($places as $place => $values) {
				self::assertGreaterThanOrEqual(self::SPREAD, count($values), "$published $place " . implode(' ', array_keys($values)));
			}
		}
	}
}
