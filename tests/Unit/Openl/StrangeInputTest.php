<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Openl;

use OCA\Compagnon\Error\Invalid;
use OCA\Compagnon\Openl\AnswerCheck;
use OCA\Compagnon\Openl\AnswerOrder;
use OCA\Compagnon\Openl\Catalogue;
use OCA\Compagnon\Openl\CatalogueSignature;
use OCA\Compagnon\Openl\Envelope;
use OCA\Compagnon\Openl\Known;
use OCA\Compagnon\Openl\Malformed;
use OCA\Compagnon\Openl\Metric;
use OCA\Compagnon\Openl\MetricCheck;
use OCA\Compagnon\Openl\Questionnaire;
use OCA\Compagnon\Openl\Receipt;
use OCA\Compagnon\Openl\Report;
use OCA\Compagnon\Openl\SignedMessage;
use OCA\Compagnon\Openl\TextCheck;
use OCA\Compagnon\Openl\Token;
use OCA\Compagnon\Openl\Voprf\Blinded;
use OCA\Compagnon\Openl\Voprf\Evaluation;
use OCA\Compagnon\Openl\WithdrawalCode;
use OCA\Compagnon\Tests\Fake\OpenlFixture;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;
use Random\Engine\Mt19937;
use Random\Randomizer;

/** Whatever comes from outside is read or refused by name: no warning, no error, nothing of libsodium's or JSON's. */
#[CoversNothing]
final class StrangeInputTest extends TestCase {
	private const ROUNDS = 400;

	/** @return iterable<string, array{array<array-key, mixed>, \Closure(array<array-key, mixed>): mixed}> what is good, and what reads it */
	public static function readers(): iterable {
		$questionnaire = OpenlFixture::read();
		$known = (array)json_decode((string)file_get_contents(__DIR__ . '/vectors/openl-report-1.json'), true);
		$report = is_string($known['report']) ? (array)json_decode($known['report'], true) : [];
		yield 'questionnaire' => [OpenlFixture::questionnaire(), static fn (array $data): mixed => Questionnaire::read(OpenlFixture::json($data))];
		yield 'catalogue' => [OpenlFixture::catalogue(str_repeat('k', 32)), static fn (array $data): mixed => Catalogue::read(OpenlFixture::json($data))];
		yield 'report' => [$report, static fn (array $data): mixed => Report::read(OpenlFixture::json($data))];
		yield 'answers' => [OpenlFixture::answers(), static function (array $data) use ($questionnaire): void {
			(new AnswerCheck())->check($questionnaire, (new AnswerOrder())->of($questionnaire, $data));
		}];
		yield 'figures' => [OpenlFixture::metrics(), static function (array $data): void {
			(new MetricCheck())->check($data, [Metric::Members, Metric::Apps, Metric::Files]);
		}];
		yield 'own words' => [['question' => 'why', 'words' => 'Because'], static function (array $data) use ($questionnaire): void {
			(new TextCheck())->check($questionnaire, $data);
		}];
		yield 'receipt' => [(array)$known['receipt'], static fn (array $data): mixed => Receipt::read($data, str_repeat('k', 32))];
		yield 'message' => [(array)$known['message'], static fn (array $data): mixed => SignedMessage::read($data)];
		yield 'evaluation' => [['elements' => [OpenlFixture::key('1')], 'proof' => base64_encode(str_repeat('p', 64))], static fn (array $data): mixed => Evaluation::read($data)];
		yield 'signature' => [['signature' => base64_encode(str_repeat('s', 64)), 'key' => OpenlFixture::key('1')], static fn (array $data): mixed => CatalogueSignature::read($data['signature'] ?? null, $data['key'] ?? null)];
		yield 'what is known' => [(array)json_decode(Known::pinned(str_repeat('k', 32))->toText(), true), static fn (array $data): mixed => Known::fromText(OpenlFixture::json($data))];
	}

	/**
	 * @param array<array-key, mixed> $good
	 * @param \Closure(array<array-key, mixed>): mixed $read
	 */
	#[DataProvider('readers')]
	public function testItIsReadOrRefusedByName(array $good, \Closure $read): void {
		$chance = new Randomizer(new Mt19937(9_497));
		$refused = 0;
		for ($round = 0; $round < self::ROUNDS; $round++) {
			$refused += $this->isRefused(fn (): mixed => $read($this->spoilt($good, $chance))) ? 1 : 0;
		}

		self::assertGreaterThan(self::ROUNDS / 2, $refused);
	}

	public function testBytesAreReadOrRefusedByName(): void {
		$chance = new Randomizer(new Mt19937(9_497));
		$keyPair = sodium_crypto_box_keypair();
		$sealed = Envelope::seal('{}', sodium_crypto_box_publickey($keyPair));
		for ($round = 0; $round < self::ROUNDS; $round++) {
			$bytes = $chance->getBytes($chance->getInt(1, 300));
			$text = base64_encode($bytes);
			self::assertTrue($this->isRefused(static fn (): mixed => Envelope::open($bytes, [$keyPair])));
			$spoilt = substr_replace($sealed, $bytes, 8, strlen($bytes));
			// The seal has bytes of chance too: a short piece may be the very one that was there.
			self::assertTrue($spoilt === $sealed || $this->isRefused(static fn (): mixed => Envelope::open($spoilt, [$keyPair])));
			self::assertTrue($this->isRefused(static fn (): mixed => Token::decode($text)));
			self::assertTrue($this->isRefused(static fn (): mixed => Blinded::fromText($text)));
			self::assertTrue($this->isRefused(static fn (): mixed => WithdrawalCode::read($bytes)));
			self::assertTrue($this->isRefused(static fn (): mixed => Report::read($bytes)));
			self::assertTrue($this->isRefused(static fn (): mixed => Catalogue::read($bytes)));
		}
	}

	public function testABrokenKeyOfOneIsAlsoRefusedByName(): void {
		$sealed = Envelope::seal('{}', sodium_crypto_box_publickey(sodium_crypto_box_keypair()));

		self::assertTrue($this->isRefused(static fn (): mixed => Envelope::open($sealed, ['short'])));
	}

	/** @param \Closure(): mixed $read */
	private function isRefused(\Closure $read): bool {
		try {
			$read();
			return false;
		} catch (Malformed | Invalid) {
			return true;
		}
	}

	/**
	 * One place, somewhere, is something else, gone, or under another name.
	 *
	 * @param array<array-key, mixed> $data
	 * @return array<array-key, mixed>
	 */
	private function spoilt(array $data, Randomizer $chance): array {
		$name = $data === [] ? 'new' : $chance->pickArrayKeys($data, 1)[0];
		$value = $data[$name] ?? null;
		if (is_array($value) && $value !== [] && $chance->getInt(0, 3) > 0) {
			$data[$name] = $this->spoilt($value, $chance);
			return $data;
		}
		$how = $chance->getInt(0, 9);
		if ($how === 0) {
			unset($data[$name]);
		} elseif ($how === 1) {
			$data[$this->strange($chance, true)] = $value;
		} else {
			$data[$name] = $this->strange($chance, false);
		}
		return $data;
	}

	/** @return ($asName is true ? string : mixed) */
	private function strange(Randomizer $chance, bool $asName): mixed {
		$names = ['', '0', 'a.b', '__proto__', "line\nbreak", 'é', '<script>', "x' OR 1=1", str_repeat('n', 300)];
		$values = [...$names, null, true, false, 0, -1, 1.5, 1e300, PHP_INT_MAX, [], [[]], [null, 1, 'a', [], new \stdClass()], new \stdClass(), (object)['a' => (object)['a' => []]], "\0", "\u{202e}"];
		return $asName ? $names[$chance->getInt(0, count($names) - 1)] : $values[$chance->getInt(0, count($values) - 1)];
	}
}
