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

	public function testNotEvenWhoKnowsTheRuleCanTellAHiddenCell(): void {
		mt_srand(20261129);
		$tried = 0;
		while ($tried < 60) {
			$counts = [mt_rand(0, 16), mt_rand(0, 16), mt_rand(0, 40)];
			shuffle($counts);
			$counts[] = mt_rand(13, 40);
			$n = Rounding::shownTotal(array_sum($counts));
			$cells = Attacker::published($counts);
			if ($n === null || array_filter($cells, is_int(...)) === [] || !in_array(null, $cells, true)) {
				continue;
			}
			$tried++;
			foreach (Attacker::tries($cells, $n, 45) as $place => $values) {
				self::assertContains($counts[$place], $values);
				self::assertGreaterThanOrEqual(self::SPREAD, count($values), json_encode([$counts, $cells, $n, $place, $values], JSON_THROW_ON_ERROR));
			}
		}
	}

	/** The worst cases: small cells that are as full as they can be. */
	public function testFullHiddenCellsStayOpen(): void {
		foreach ([[12, 12, 14, 90], [12, 12, 35], [0, 13, 13], [12, 1, 20], [12, 12, 12, 20], [11, 10, 13, 15]] as $counts) {
			$n = Rounding::shownTotal(array_sum($counts));
			$cells = Attacker::published($counts);
			if ($n === null || array_filter($cells, is_int(...)) === []) {
				continue;
			}
			foreach (Attacker::tries($cells, $n, 60) as $place => $values) {
				self::assertGreaterThanOrEqual(self::SPREAD, count($values), json_encode([$counts, $cells, $n, $place, $values], JSON_THROW_ON_ERROR));
			}
		}
	}

	/** With an order, small cells are counted with their neighbours: what is in each of them stays open. */
	public function testACellThatIsCountedWithItsNeighboursStaysOpen(): void {
		mt_srand(20261130);
		for ($tried = 0; $tried < 40;) {
			$counts = [mt_rand(0, 20), mt_rand(0, 30), mt_rand(0, 20)];
			$published = Attacker::merged($counts);
			$n = Rounding::total(array_sum($counts));
			if ($published === [] || count($published) === 3) {
				continue;
			}
			$tried++;
			$possible = Attacker::triesMerged($published, $n, 3, 45);
			foreach ($published as [$group]) {
				foreach (count($group) > 1 ? $group : [] as $place) {
					self::assertContains($counts[$place], $possible[$place]);
					self::assertGreaterThanOrEqual(self::SPREAD, count($possible[$place]), json_encode([$counts, $published, $n, $place], JSON_THROW_ON_ERROR));
				}
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
}
