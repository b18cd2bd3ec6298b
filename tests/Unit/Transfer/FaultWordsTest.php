<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Transfer;

use OCA\Compagnon\Http\UnreachableKind;
use OCA\Compagnon\Tests\Architecture\Support\Sources;
use OCA\Compagnon\Tests\Fake\FakeTexts;
use OCA\Compagnon\Transfer\Fault\FaultWords;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

#[CoversClass(FaultWords::class)]
final class FaultWordsTest extends TestCase {
	public function testSaysWhatHappenedAndWhatCanBeDone(): void {
		$words = new FaultWords(new FakeTexts('fr', ['fr' => ['It is not there any more, or is not shared with the account any more.' => 'Plus là.']]));

		self::assertSame('Plus là.', $words->sentence('vanished'));
	}

	public function testACodeOfAnotherVersionIsNoError(): void {
		self::assertStringStartsWith('Something went wrong', (new FaultWords(new FakeTexts()))->sentence('from_the_future'));
	}

	public function testEveryCodeInUseHasASentence(): void {
		$unknown = [];
		foreach (self::codes() as $code => $path) {
			if (!FaultWords::knows($code)) {
				$unknown[] = "$path: $code";
			}
		}

		self::assertSame([], $unknown);
	}

	public function testEveryWayNotToReachAProviderHasASentence(): void {
		foreach (UnreachableKind::cases() as $kind) {
			self::assertTrue(FaultWords::knows("unreachable_{$kind->value}"), $kind->value);
		}
	}

	public function testCodesAreFoundHoweverTheyAreGiven(): void {
		$source = "new Fault(FaultKind::Again, 'one', 3); throw new Fault(\$k, \$x === 1 ? 'two' : 'three'); new FoundItem(\$id, unsupported: 'four'); \$run->with(code: 'five'); Fault::again('six');";

		self::assertSame(['one', 'two', 'three', 'four', 'five', 'six'], self::codesIn($source));
	}

	/** @return array<string, string> where each is used, by code */
	private static function codes(): array {
		$codes = [];
		foreach (Sources::in('lib/Transfer') as $path => $source) {
			$codes += array_fill_keys(self::codesIn($source), $path);
		}
		return $codes;
	}

	/** @return list<string> */
	private static function codesIn(string $source): array {
		preg_match_all('/(?:new Fault\(|Fault::[a-z]\w*\(|\bunsupported: |\bcode: )((?:[^;()]|\([^;()]*\))*)/', $source, $calls);
		preg_match_all("/'([a-z]+(?:_[a-z]+)*)'/", implode("\n", $calls[1]), $codes);
		return $codes[1];
	}
}
