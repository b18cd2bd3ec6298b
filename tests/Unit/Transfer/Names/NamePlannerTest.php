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
use OCA\Compagnon\Transfer\Names\RenameReason;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

#[CoversClass(NamePlanner::class)]
#[CoversClass(NameCleaner::class)]
#[CoversClass(NameCutter::class)]
#[CoversClass(CollisionSet::class)]
#[CoversClass(PlannedName::class)]
final class NamePlannerTest extends TestCase {
	/** @return iterable<string, array{string, string, list<RenameReason>}> */
	public static function always(): iterable {
		yield 'nothing to do' => ['Compte rendu 2026.odt', 'Compte rendu 2026.odt', []];
		yield 'slash' => ['Devis 1/2.pdf', 'Devis 1⁄2.pdf', [RenameReason::Character]];
		yield 'path' => ['../../etc/passwd', '..⁄..⁄etc⁄passwd', [RenameReason::Character]];
		yield 'backslash' => ['a\\b', 'a_b', [RenameReason::Character]];
		yield 'newline' => ["first\nsecond.txt", 'first_second.txt', [RenameReason::Character]];
		yield 'newline at the end' => ["plan.part\n", 'plan.part_', [RenameReason::Character]];
		yield 'zero byte, delete and C1' => ["a\0b\x7fc\u{85}d", 'a_b_c_d', [RenameReason::Character]];
		yield 'empty' => ['', '_', [RenameReason::Blank]];
		yield 'blank' => ["  \u{a0}\u{200b} ", '_', [RenameReason::Blank]];
		yield 'dot' => ['.', '_', [RenameReason::Blank]];
		yield 'dots' => ['..', '_', [RenameReason::Blank]];
		yield 'dots between blanks' => [' .. ', '_', [RenameReason::Blank]];
		yield 'part' => ['video.mp4.part', 'video.mp4.part_', [RenameReason::Ending]];
		yield 'filepart' => ['Video.FilePart', 'Video.FilePart_', [RenameReason::Ending]];
		yield 'forbidden by the space' => ['.htaccess', '.htaccess (renamed)', [RenameReason::Forbidden]];
		yield 'decomposed' => ["Re\u{301}union.odt", 'Réunion.odt', []];
		yield 'broken bytes' => ["caf\xe9.txt", 'caf?.txt', [RenameReason::BrokenText]];
		yield 'emoji' => ['Fête 🎉.jpg', 'Fête 🎉.jpg', []];
		yield 'what only some computers refuse' => [' Qui ? "Nous" <a|b>: *.txt ', ' Qui ? "Nous" <a|b>: *.txt ', []];
		yield 'con' => ['con.txt', 'con.txt', []];
	}

	/** @return iterable<string, array{string, string, list<RenameReason>}> */
	public static function long(): iterable {
		yield '250 bytes' => [str_repeat('a', 246) . '.txt', str_repeat('a', 246) . '.txt', []];
		yield '251 bytes' => [str_repeat('a', 247) . '.txt', str_repeat('a', 234) . '.txt', [RenameReason::TooLong]];
		yield 'a double ending is kept' => [str_repeat('a', 300) . '.tar.gz', str_repeat('a', 231) . '.tar.gz', [RenameReason::TooLong]];
		yield 'what only looks like an ending' => [str_repeat('a', 300) . '. Fin', str_repeat('a', 238), [RenameReason::TooLong]];
		yield 'letters of several bytes' => [str_repeat('é', 200) . '.md', str_repeat('é', 117) . '.md', [RenameReason::TooLong]];
		yield 'between letters that people see' => [str_repeat('👩‍👩‍👧', 20) . '.png', str_repeat('👩‍👩‍👧', 13) . '.png', [RenameReason::TooLong]];
		yield 'a tower of accents' => ['a' . str_repeat("\u{35c}", 200), 'a' . str_repeat("\u{35c}", 118), [RenameReason::TooLong]];
		yield 'a cut that ends like an upload' => [str_repeat('a', 233) . '.part of everything', str_repeat('a', 233) . '.part_', [RenameReason::TooLong, RenameReason::Ending]];
		yield 'several reasons' => [str_repeat('a', 300) . '/.txt', str_repeat('a', 234) . '.txt', [RenameReason::Character, RenameReason::TooLong]];
	}

	/** @param list<RenameReason> $reasons */
	#[DataProvider('always')]
	#[DataProvider('long')]
	public function testOneName(string $name, string $expected, array $reasons): void {
		self::assertEquals(new PlannedName($expected, $reasons), $this->one($name, false));
	}

	/** @return iterable<string, array{string, string}> */
	public static function safe(): iterable {
		yield 'nothing to do' => ['Compte rendu 2026.odt', 'Compte rendu 2026.odt'];
		yield 'characters' => ['Qui ? "Nous" <a|b>: *.txt', 'Qui _ _Nous_ _a_b__ _.txt'];
		yield 'blanks around' => ["  plan.pdf\u{a0} ", 'plan.pdf'];
		yield 'dots at the end' => ['Suite...', 'Suite'];
		yield 'only dots' => ['...', '_'];
		yield 'a blank that hides an ending' => ['video.part ', 'video.part_'];
		yield 'con' => ['CON', 'CON_'];
		yield 'con with an ending' => ['con.tar.gz', 'con_.tar.gz'];
		yield 'con with a blank' => ['nul .txt', 'nul_ .txt'];
		yield 'lpt' => ['lpt¹.txt', 'lpt¹_.txt'];
		yield 'conference' => ['conférence.txt', 'conférence.txt'];
		yield 'a cut that leaves con' => ['con' . str_repeat(' ', 300) . 'x.txt', 'con_.txt'];
	}

	#[DataProvider('safe')]
	public function testANameForEveryComputer(string $name, string $expected): void {
		$planned = $this->one($name, true);

		self::assertSame($expected, $planned->name);
		self::assertSame($expected !== $name, $planned->isRenamed());
	}

	public function testOfTwinsTheFirstKeepsItsName(): void {
		self::assertSame(['Plan.odt', 'Plan (2).odt', 'Plan (3).odt'], $this->names(['Plan.odt', 'Plan.odt', 'Plan.odt']));
		self::assertSame(['v1.2', 'v1 (2).2'], $this->names(['v1.2', 'v1.2']));
		self::assertSame(['.bashrc', '.bashrc (2)'], $this->names(['.bashrc', '.bashrc']));
		self::assertSame(['a.tar.gz', 'a (2).tar.gz'], $this->names(['a.tar.gz', 'a.tar.gz']));
	}

	public function testWhatIsCalledLikeANumberedTwinKeepsItsName(): void {
		self::assertSame(['a', 'a (3)', 'a (2)'], $this->names(['a', 'a', 'a (2)']));
	}

	public function testAFolderAndAFileOfOneNameCollide(): void {
		$plan = $this->planner()->plan([
			['key' => 'folder', 'name' => 'v1.2', 'isFolder' => true],
			['key' => 'file', 'name' => 'v1.2', 'isFolder' => false],
			['key' => 'other', 'name' => 'v1.2', 'isFolder' => true],
		], [], 0, false);

		self::assertSame(['folder' => 'v1.2', 'file' => 'v1 (2).2', 'other' => 'v1.2 (2)'], array_map(static fn (PlannedName $name): string => $name->name, $plan));
		self::assertSame([RenameReason::Taken], $plan['other']->reasons);
	}

	public function testWhatIsInTheTargetFolderIsTaken(): void {
		self::assertSame(['Réunion (2).odt', 'b'], $this->names(["Re\u{301}union.odt", 'b'], ['Réunion.odt']));
		self::assertSame(['Réunion (3).odt'], $this->names(['Réunion.odt'], ["Re\u{301}union.odt", 'Réunion (2).odt']));
	}

	public function testDecomposedTwinsNeverOverwriteEachOther(): void {
		self::assertSame(['é', 'é (2)'], $this->names(['é', "e\u{301}"]));
	}

	public function testCaseTwinsAreKeptUnlessEveryComputerHasToHaveThem(): void {
		self::assertSame(['Plan', 'plan', 'ÉTÉ', 'été'], $this->names(['Plan', 'plan', 'ÉTÉ', 'été']));
		self::assertSame(['Plan', 'plan (2)', 'ÉTÉ', 'été (2)'], $this->names(['Plan', 'plan', 'ÉTÉ', 'été'], safe: true));
		self::assertSame(['plan (2)'], $this->names(['plan'], ['PLAN'], safe: true));
	}

	public function testTwinsThatAreAsLongAsANameCanBe(): void {
		$long = str_repeat('a', 246) . '.txt';

		self::assertSame([$long, str_repeat('a', 242) . ' (2).txt'], $this->names([$long, $long]));
	}

	public function testASpaceWithoutBracketsNumbersOtherwise(): void {
		$planner = new NamePlanner(new PlainNameRules(characters: ['(', '#']));

		self::assertSame(['a_1', 'a_1_2', '_1)'], array_values(array_map(
			static fn (PlannedName $name): string => $name->name,
			$planner->plan(self::wanted(['a#1', 'a(1', '(1)']), [], 0, false),
		)));
	}

	public function testADeepFolderShortensNamesAndLeavesRoomForWhatLiesInIt(): void {
		$wanted = [['key' => 'f', 'name' => str_repeat('f', 200), 'isFolder' => true], ['key' => 'x', 'name' => str_repeat('x', 200) . '.txt', 'isFolder' => false]];
		$lengths = static fn (array $plan): array => array_map(static fn (PlannedName $name): int => mb_strlen($name->name), array_values($plan));

		$plan = $this->planner()->plan($wanted, [], 3700, false);
		self::assertSame([32, 204], $lengths($plan));
		self::assertTrue($plan['f']->fits());
		self::assertSame([RenameReason::TooLong], $plan['f']->reasons);

		self::assertSame([20, 87], $lengths($this->planner()->plan($wanted, [], 3900, false)));

		$plan = $this->planner()->plan($wanted, [], 3990, false);
		self::assertFalse($plan['x']->fits());
		self::assertContains(RenameReason::NoRoomInPath, $plan['x']->reasons);
	}

	public function testManyTwinsTakeNoLongerThanOthers(): void {
		self::assertSame('IMG (5000).jpg', $this->names(array_fill(0, 5000, 'IMG.jpg'))[4999]);
	}

	private function one(string $name, bool $safe): PlannedName {
		return $this->planner()->plan(self::wanted([$name]), [], 0, $safe)['k0'];
	}

	/**
	 * @param list<string> $names
	 * @param list<string> $taken
	 * @return list<string>
	 */
	private function names(array $names, array $taken = [], bool $safe = false): array {
		return array_map(static fn (PlannedName $name): string => $name->name, array_values($this->planner()->plan(self::wanted($names), $taken, 0, $safe)));
	}

	/**
	 * @param list<string> $names
	 * @return list<array{key: string, name: string, isFolder: bool}>
	 */
	private static function wanted(array $names): array {
		return array_map(static fn (int $at, string $name): array => ['key' => "k$at", 'name' => $name, 'isFolder' => false], array_keys($names), $names);
	}

	private function planner(): NamePlanner {
		return new NamePlanner(new PlainNameRules());
	}
}
