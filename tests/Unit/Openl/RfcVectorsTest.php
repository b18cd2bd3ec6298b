<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Openl;

use OCA\Compagnon\Openl\Voprf\Dleq;
use OCA\Compagnon\Openl\Voprf\Group;
use OCA\Compagnon\Openl\Voprf\Issuer;
use OCA\Compagnon\Openl\Voprf\IssuerKey;
use OCA\Compagnon\Openl\Voprf\Suite;
use OCA\Compagnon\Tests\Fake\GivenRandom;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** The vectors of RFC 9497 for the one mode and suite that is used. */
#[CoversClass(Suite::class)]
#[CoversClass(Dleq::class)]
#[CoversClass(Group::class)]
#[CoversClass(Issuer::class)]
#[CoversClass(IssuerKey::class)]
final class RfcVectorsTest extends TestCase {
	private const FILE = __DIR__ . '/vectors/rfc9497-voprf-ristretto255.json';

	/** @return array{seed: string, keyInfo: string, skSm: string, pkSm: string, vectors: list<array{Batch: int, Blind: string, BlindedElement: string, EvaluationElement: string, Input: string, Output: string, Proof: array{proof: string, r: string}}>} */
	private static function file(): array {
		/** @var array{seed: string, keyInfo: string, skSm: string, pkSm: string, vectors: list<array{Batch: int, Blind: string, BlindedElement: string, EvaluationElement: string, Input: string, Output: string, Proof: array{proof: string, r: string}}>} */
		return json_decode((string)file_get_contents(self::FILE), true, flags: JSON_THROW_ON_ERROR);
	}

	/** @return iterable<string, array{array{Batch: int, Blind: string, BlindedElement: string, EvaluationElement: string, Input: string, Output: string, Proof: array{proof: string, r: string}}}> */
	public static function vectors(): iterable {
		foreach (self::file()['vectors'] as $at => $vector) {
			yield 'test vector ' . ($at + 1) . ", batch of $vector[Batch]" => [$vector];
		}
	}

	public function testAllThreeAreThere(): void {
		self::assertSame([1, 1, 2], array_column(self::file()['vectors'], 'Batch'));
	}

	public function testTheKeyIsDerived(): void {
		$key = self::key();

		self::assertSame(self::file()['skSm'], bin2hex($key->secret()));
		self::assertSame(self::file()['pkSm'], bin2hex($key->publicKey));
	}

	/** @param array{Batch: int, Blind: string, BlindedElement: string, EvaluationElement: string, Input: string, Output: string, Proof: array{proof: string, r: string}} $vector */
	#[DataProvider('vectors')]
	public function testInputsAreBlinded(array $vector): void {
		$elements = array_map(
			static fn (string $blind, string $input): string => Group::multiply(Group::scalar($blind, 'blind'), Suite::hashToGroup($input)),
			self::bytes($vector['Blind']),
			self::bytes($vector['Input']),
		);

		self::assertSame($vector['BlindedElement'], self::hex($elements));
	}

	/** @param array{Batch: int, Blind: string, BlindedElement: string, EvaluationElement: string, Input: string, Output: string, Proof: array{proof: string, r: string}} $vector */
	#[DataProvider('vectors')]
	public function testTheIssuerEvaluatesAndProves(array $vector): void {
		// Reducing r with zeros above it gives r.
		$issuer = new Issuer(new GivenRandom([(string)hex2bin($vector['Proof']['r']) . str_repeat("\0", 32)]));

		$answer = $issuer->evaluate(self::key(), self::bytes($vector['BlindedElement']));

		self::assertSame($vector['EvaluationElement'], self::hex($answer->elements));
		self::assertSame($vector['Proof']['proof'], bin2hex($answer->proof));
	}

	/** @param array{Batch: int, Blind: string, BlindedElement: string, EvaluationElement: string, Input: string, Output: string, Proof: array{proof: string, r: string}} $vector */
	#[DataProvider('vectors')]
	public function testTheProofHoldsAndTheOutputComesOut(array $vector): void {
		$blinded = self::bytes($vector['BlindedElement']);
		$evaluated = self::bytes($vector['EvaluationElement']);
		self::assertTrue(Dleq::holds((string)hex2bin(self::file()['pkSm']), $blinded, $evaluated, (string)hex2bin($vector['Proof']['proof'])));

		$outputs = array_map(
			static fn (string $input, string $blind, string $element): string => Suite::output($input, Group::multiply(Group::invert($blind), $element)),
			self::bytes($vector['Input']),
			self::bytes($vector['Blind']),
			$evaluated,
		);

		self::assertSame($vector['Output'], self::hex($outputs));
	}

	/** @param array{Batch: int, Blind: string, BlindedElement: string, EvaluationElement: string, Input: string, Output: string, Proof: array{proof: string, r: string}} $vector */
	#[DataProvider('vectors')]
	public function testTheSameComesOutWithoutBlinding(array $vector): void {
		$outputs = array_map(
			static fn (string $input): string => Suite::output($input, Group::multiply(self::key()->secret(), Suite::hashToGroup($input))),
			self::bytes($vector['Input']),
		);

		self::assertSame($vector['Output'], self::hex($outputs));
	}

	private static function key(): IssuerKey {
		return IssuerKey::derive((string)hex2bin(self::file()['seed']), (string)hex2bin(self::file()['keyInfo']));
	}

	/** @return non-empty-list<string> */
	private static function bytes(string $hex): array {
		return array_map(static fn (string $one): string => (string)hex2bin($one), explode(',', $hex));
	}

	/** @param list<string> $bytes */
	private static function hex(array $bytes): string {
		return implode(',', array_map(bin2hex(...), $bytes));
	}
}
