<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Openl;

use OCA\Compagnon\Openl\Flaw;
use OCA\Compagnon\Openl\Malformed;
use OCA\Compagnon\Openl\Receipt;
use OCA\Compagnon\Openl\ReceiptKind;
use OCA\Compagnon\Openl\Signature;
use OCA\Compagnon\Openl\SignedMessage;
use OCA\Compagnon\Tests\Fake\OpenlFixture;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

#[CoversClass(SignedMessage::class)]
#[CoversClass(Receipt::class)]
#[CoversClass(Signature::class)]
final class SignedTest extends TestCase {
	private const FIELDS = ['do' => 'tokens', 'to' => 'https://observatory.example', 'at' => 1_795_000_000, 'nonce' => 'abcdefghijklmnop', 'elements' => ['é/'], 'none' => null];

	public function testAMessageIsReadAsItWasSigned(): void {
		$pair = self::pair('space');
		$message = SignedMessage::sign(self::FIELDS, sodium_crypto_sign_secretkey($pair));

		$read = SignedMessage::read((array)json_decode(OpenlFixture::json($message->toArray()), true));

		self::assertSame(self::FIELDS, $read->fields);
		self::assertSame(sodium_crypto_sign_publickey($pair), $read->key);
		self::assertSame($message->toArray(), $read->toArray());
	}

	/** @return iterable<string, array{array<array-key, mixed>, string}> */
	public static function badMessages(): iterable {
		$good = self::sign(OpenlFixture::json(self::FIELDS));
		yield 'nothing' => [[], 'message'];
		yield 'a message that is no text' => [['message' => self::FIELDS] + $good, 'message'];
		yield 'oversize' => [self::sign(OpenlFixture::json(self::FIELDS + ['a' => str_repeat('a', 65_536)])), 'message'];
		yield 'altered' => [['message' => str_replace('tokens', 'others', $good['message'])] + $good, 'signature'];
		yield 'the same JSON written differently' => [['message' => " $good[message]"] + $good, 'signature'];
		yield 'by somebody else' => [['key' => base64_encode(sodium_crypto_sign_publickey(self::pair('other')))] + $good, 'signature'];
		yield 'a key of small order' => [['key' => base64_encode(str_repeat("\0", 32))] + $good, 'signature'];
		yield 'a signature of nothing' => [['signature' => base64_encode(str_repeat("\0", 64))] + $good, 'signature'];
		yield 'a second form of the signature' => [['signature' => base64_encode(self::andTheOrder((string)base64_decode($good['signature'], true)))] + $good, 'signature'];
		yield 'a short signature' => [['signature' => base64_encode(str_repeat('a', 63))] + $good, 'signature'];
		yield 'a short key' => [['key' => base64_encode(str_repeat('a', 31))] + $good, 'key'];
		yield 'a key that is no text' => [['key' => 1] + $good, 'key'];
		yield 'no JSON' => [self::sign('tokens'), 'message'];
		yield 'a list' => [self::sign('[]'), 'message'];
		foreach (['do', 'to', 'at', 'nonce'] as $field) {
			yield "without $field" => [self::sign(OpenlFixture::json(array_diff_key(self::FIELDS, [$field => 1]))), "message.$field"];
		}
		yield 'no verb' => [self::sign(OpenlFixture::json(['do' => 'DROP TABLE'] + self::FIELDS)), 'message.do'];
		yield 'no address' => [self::sign(OpenlFixture::json(['to' => 'observatory.example'] + self::FIELDS)), 'message.to'];
		yield 'a time as text' => [self::sign(OpenlFixture::json(['at' => '1795000000'] + self::FIELDS)), 'message.at'];
		yield 'a time before all times' => [self::sign(OpenlFixture::json(['at' => -1] + self::FIELDS)), 'message.at'];
		yield 'a time that is no number of seconds' => [self::sign(OpenlFixture::json(['at' => 1.5] + self::FIELDS)), 'message.at'];
		yield 'a nonce too short' => [self::sign(OpenlFixture::json(['nonce' => 'abc'] + self::FIELDS)), 'message.nonce'];
		yield 'a nonce too long' => [self::sign(OpenlFixture::json(['nonce' => str_repeat('a', 65)] + self::FIELDS)), 'message.nonce'];
	}

	/** @param array<array-key, mixed> $message */
	#[DataProvider('badMessages')]
	public function testABadMessageIsRefused(array $message, string $place): void {
		try {
			SignedMessage::read($message);
			self::fail('it was read');
		} catch (Malformed $e) {
			self::assertSame($place, $e->place);
		}
	}

	public function testASecretKeyHas64Bytes(): void {
		foreach (['', str_repeat('a', 32)] as $key) {
			try {
				SignedMessage::sign(self::FIELDS, $key);
				self::fail('it was signed');
			} catch (Malformed $e) {
				self::assertSame(['key', Flaw::Size], [$e->place, $e->flaw]);
			}
		}
	}

	public function testAReceiptIsReadAsItWasSigned(): void {
		$pair = self::pair('receipts');
		foreach (ReceiptKind::cases() as $kind) {
			$receipt = new Receipt('efef8a1d-0036-476c-8da7-8c9e3c4f3f2d', hash('sha256', 'envelope'), '2026-11-28', $kind);

			self::assertEquals($receipt, Receipt::read($receipt->signed(sodium_crypto_sign_secretkey($pair)), sodium_crypto_sign_publickey($pair)));
		}
	}

	/** @return iterable<string, array{array<array-key, mixed>, string}> */
	public static function badReceipts(): iterable {
		$text = (new Receipt('efef8a1d-0036-476c-8da7-8c9e3c4f3f2d', hash('sha256', 'envelope'), '2026-11-28', ReceiptKind::Kept))->signed(sodium_crypto_sign_secretkey(self::pair('receipts')))['receipt'];
		$sign = static fn (string $receipt): array => ['receipt' => $receipt, 'signature' => self::sign($receipt, 'receipts')['signature']];
		yield 'nothing' => [[], 'signature'];
		yield 'erased instead of kept' => [['receipt' => str_replace('kept', 'withdrawn', $text)] + $sign($text), 'signature'];
		yield 'by somebody else' => [['signature' => self::sign($text, 'other')['signature']] + $sign($text), 'signature'];
		yield 'a list' => [['receipt' => [$text]] + $sign($text), 'signature'];
		yield 'another format' => [$sign(str_replace('receipt/1', 'receipt/2', $text)), 'receipt.format'];
		yield 'a finer time' => [$sign(str_replace('2026-11-28', '2026-11-28T10:00', $text)), 'receipt.day'];
		yield 'another kind' => [$sign(str_replace('kept', 'lost', $text)), 'receipt.kind'];
		yield 'something more' => [$sign(str_replace('{', '{"space":"a",', $text)), 'receipt.space'];
		yield 'a catalogue' => [$sign('{"format":"openl-catalogue/1"}'), 'receipt.format'];
		yield 'oversize' => [$sign($text . str_repeat(' ', 1_000)), 'receipt'];
	}

	/** @param array<array-key, mixed> $receipt */
	#[DataProvider('badReceipts')]
	public function testABadReceiptIsRefused(array $receipt, string $place): void {
		try {
			Receipt::read($receipt, sodium_crypto_sign_publickey(self::pair('receipts')));
			self::fail('it was read');
		} catch (Malformed $e) {
			self::assertSame($place, $e->place);
		}
	}

	private static function pair(string $of): string {
		return sodium_crypto_sign_seed_keypair(hash('sha256', $of, true));
	}

	/** @return array{message: string, key: string, signature: string} */
	private static function sign(string $text, string $of = 'space'): array {
		$pair = self::pair($of);
		return [
			'message' => $text,
			'key' => base64_encode(sodium_crypto_sign_publickey($pair)),
			'signature' => base64_encode(sodium_crypto_sign_detached($text, sodium_crypto_sign_secretkey($pair))),
		];
	}

	/** S + order: the same signature for a verifier that does not look. */
	private static function andTheOrder(string $signature): string {
		$carry = 0;
		foreach (str_split((string)hex2bin('edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010')) as $at => $byte) {
			$carry += ord($signature[32 + $at]) + ord($byte);
			$signature[32 + $at] = chr($carry & 0xff);
			$carry >>= 8;
		}
		return $signature;
	}
}
