<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Openl;

use OCA\Compagnon\Error\Invalid;
use OCA\Compagnon\Openl\Malformed;
use OCA\Compagnon\Openl\Names;
use OCA\Compagnon\Openl\WithdrawalCode;
use OCA\Compagnon\Tests\Fake\GivenRandom;
use OCA\Compagnon\Transfer\SystemRandom;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

#[CoversClass(WithdrawalCode::class)]
final class WithdrawalCodeTest extends TestCase {
	public function testItIsNineGroupsWithoutLettersThatLookAlike(): void {
		self::assertMatchesRegularExpression('/^[A-Z2-7]{4}(-[A-Z2-7]{4}){8}$/D', WithdrawalCode::make(new SystemRandom())->text());
	}

	/** @return iterable<string, array{\Closure(string): string}> */
	public static function waysToType(): iterable {
		yield 'as it is' => [static fn (string $text): string => $text];
		yield 'small letters' => [strtolower(...)];
		yield 'without dashes' => [static fn (string $text): string => str_replace('-', '', $text)];
		yield 'spaces, also those that do not break' => [static fn (string $text): string => ' ' . str_replace('-', "\u{a0}", $text) . "\n"];
		yield 'long dashes of a word processor' => [static fn (string $text): string => str_replace('-', ' – ', $text)];
		yield 'points' => [static fn (string $text): string => str_replace('-', '.', $text)];
		yield 'digits for letters that look like them' => [static fn (string $text): string => strtr($text, 'OIB', '018')];
	}

	/** @param \Closure(string): string $type */
	#[DataProvider('waysToType')]
	public function testItMayBeTypedAsOneLikes(\Closure $type): void {
		for ($i = 0; $i < 20; $i++) {
			$code = WithdrawalCode::make(new SystemRandom());

			self::assertSame($code->secret(), WithdrawalCode::read($type($code->text()))->secret());
		}
	}

	public function testAMistypedLetterIsSeen(): void {
		$text = WithdrawalCode::make(new GivenRandom([str_repeat('compagnon!', 2)]))->text();
		for ($at = 0; $at < strlen($text); $at++) {
			$wrong = substr_replace($text, $text[$at] === 'A' ? 'C' : 'A', $at, 1);
			self::assertTrue($this->isRefused($wrong), $wrong);
		}
		foreach (['', 'A', "$text-AAAA", substr($text, 0, -1), str_replace('-', '', substr($text, 5)), str_repeat('A', 36), "$text\0", "\xff\xfe", str_repeat('-', 100_000)] as $wrong) {
			self::assertTrue($this->isRefused($wrong));
		}
	}

	public function testWhatIsDerivedLeadsToNothingElse(): void {
		$code = WithdrawalCode::make(new GivenRandom([str_repeat("\x11", 20)]));

		self::assertMatchesRegularExpression(Names::REPORT, $code->reportId());
		self::assertSame(hash('sha256', 'openl/withdraw|' . str_repeat("\x11", 20)), $code->hash());
		self::assertSame(substr(hash('sha256', 'openl/queue|' . str_repeat("\x11", 20)), 0, 32), $code->queueId());
		$derived = [str_replace('-', '', $code->reportId()), $code->hash(), $code->queueId(), $code->secret()];
		foreach ($derived as $one) {
			foreach (array_diff($derived, [$one]) as $other) {
				self::assertStringNotContainsString(substr($one, 0, 8), $other);
			}
		}
	}

	public function testTheCollectorReadsTheSecret(): void {
		$code = WithdrawalCode::make(new SystemRandom());
		$read = WithdrawalCode::ofSecret($code->secret());

		self::assertSame([$code->hash(), $code->reportId()], [$read->hash(), $read->reportId()]);
		foreach ([null, 5, [], '', strtoupper(str_repeat('ab', 20)), str_repeat('a', 39), str_repeat('a', 40) . "\n", $code->text()] as $no) {
			try {
				WithdrawalCode::ofSecret($no);
				self::fail('it was read');
			} catch (Malformed $e) {
				self::assertSame('secret', $e->place);
			}
		}
	}

	private function isRefused(string $typed): bool {
		try {
			WithdrawalCode::read($typed);
			return false;
		} catch (Invalid $e) {
			return $e->field === 'code';
		}
	}
}
