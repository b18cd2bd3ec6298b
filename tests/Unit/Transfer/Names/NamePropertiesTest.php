<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Transfer\Names;

use OCA\Compagnon\Transfer\Names\CollisionSet;
use OCA\Compagnon\Transfer\Names\NameCleaner;
use OCA\Compagnon\Transfer\Names\NameCutter;
use OCA\Compagnon\Transfer\Names\NamePlanner;
use OCA\Compagnon\Transfer\Names\PlannedName;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;
use Random\Engine\Mt19937;
use Random\Randomizer;

/** What holds for every list of names. */
#[CoversClass(NamePlanner::class)]
#[CoversClass(NameCleaner::class)]
#[CoversClass(NameCutter::class)]
#[CoversClass(CollisionSet::class)]
final class NamePropertiesTest extends TestCase {
	/** What names are put together from: few pieces, so that they meet often. */
	private const PIECES = [
		'a', 'A', 'e', "\u{301}", "\u{308}", 'é', 'É', 'ß', '.', '..', ' ', "\u{a0}", "\u{200b}", '/', '\\', "\n", "\0", "\x7f", "\xe9", "\xf0\x9f", ':', '?', '*', '<', '>', "\u{338}", '|', '"',
		'con', 'LPT1', 'aux', '.part', '.filepart', '.txt', '.tar.gz', '.htaccess', ' (2)', ' (3)', '(', '_', '🎉', '👩‍👩‍👧', '日本', 'क्षि', "\u{1100}\u{1161}", "\u{fb01}", "\u{130}", '%d', '$0',
	];

	/** @return iterable<string, array{int}> */
	public static function seeds(): iterable {
		for ($seed = 1; $seed <= 150; $seed++) {
			yield "seed $seed" => [$seed];
		}
	}

	#[DataProvider('seeds')]
	public function testEveryPlanHolds(int $seed): void {
		$random = new Randomizer(new Mt19937($seed));
		$rules = new PlainNameRules($random->getInt(0, 1) === 0 ? 250 : $random->getInt(48, 90), 4000, $random->getInt(0, 3) === 0 ? ['(', '#', 'e'] : []);
		$safe = $random->getInt(0, 1) === 1;
		$pathLength = $random->getInt(0, 3900);
		$wanted = $this->wanted($random);
		$taken = array_column($this->wanted($random), 'name');

		$planner = new NamePlanner($rules);
		$plan = $planner->plan($wanted, $taken, $pathLength, $safe);

		self::assertSame(array_column($wanted, 'key'), array_keys($plan));
		$set = new CollisionSet($safe);
		array_map($set->add(...), $taken);
		foreach ($wanted as $one) {
			$this->checkOne($one['name'], $plan[$one['key']], $rules, $pathLength);
			self::assertTrue($set->add($plan[$one['key']]->name), 'two of one name: ' . json_encode($plan[$one['key']]->name));
		}
		self::assertEquals($plan, $planner->plan($wanted, $taken, $pathLength, $safe));
		$this->checkAgain($wanted, $plan, $planner, $pathLength, $safe);
	}

	private function checkOne(string $name, PlannedName $planned, PlainNameRules $rules, int $pathLength): void {
		$shown = json_encode([$name, $planned], JSON_INVALID_UTF8_SUBSTITUTE | JSON_THROW_ON_ERROR);
		self::assertTrue($rules->allows($planned->name), $shown);
		self::assertLessThanOrEqual($rules->maxBytes(), strlen($planned->name), $shown);
		self::assertLessThanOrEqual($rules->maxPath(), $pathLength + 1 + mb_strlen($planned->name), $shown);
		self::assertSame(\Normalizer::normalize($planned->name), $planned->name, $shown);
		self::assertSame(\Normalizer::normalize(mb_scrub($name)) !== $planned->name || mb_scrub($name) !== $name, $planned->isRenamed(), $shown);
		self::assertSame(array_values(array_unique($planned->reasons, SORT_REGULAR)), $planned->reasons, $shown);
	}

	/**
	 * Names that were planned are fine as they are.
	 *
	 * @param list<array{key: string, name: string, isFolder: bool}> $wanted
	 * @param array<string, PlannedName> $plan
	 */
	private function checkAgain(array $wanted, array $plan, NamePlanner $planner, int $pathLength, bool $safe): void {
		$again = array_map(static fn (array $one): array => ['name' => $plan[$one['key']]->name] + $one, $wanted);
		foreach ($planner->plan($again, [], $pathLength, $safe) as $key => $planned) {
			self::assertEquals(new PlannedName($plan[$key]->name, []), $planned);
		}
	}

	/** @return list<array{key: string, name: string, isFolder: bool}> */
	private function wanted(Randomizer $random): array {
		$wanted = [];
		for ($at = $random->getInt(0, 40); $at >= 0; $at--) {
			$name = '';
			for ($pieces = $random->getInt(0, 5); $pieces >= 0; $pieces--) {
				$name .= str_repeat(self::PIECES[$random->getInt(0, count(self::PIECES) - 1)], $random->getInt(0, 9) === 0 ? $random->getInt(1, 200) : 1);
			}
			$wanted[] = ['key' => "k$at", 'name' => $name, 'isFolder' => $random->getInt(0, 2) === 0];
		}
		return $wanted;
	}
}
