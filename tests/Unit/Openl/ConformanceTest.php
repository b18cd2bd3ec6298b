<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Openl;

use OCA\Compagnon\Openl\Catalogue;
use OCA\Compagnon\Openl\CatalogueSignature;
use OCA\Compagnon\Openl\Envelope;
use OCA\Compagnon\Openl\IssuerInfo;
use OCA\Compagnon\Openl\Receipt;
use OCA\Compagnon\Openl\ReceiptKind;
use OCA\Compagnon\Openl\Report;
use OCA\Compagnon\Openl\SignedMessage;
use OCA\Compagnon\Openl\Stratum;
use OCA\Compagnon\Openl\Token;
use OCA\Compagnon\Openl\Voprf\Blinded;
use OCA\Compagnon\Openl\Voprf\Client;
use OCA\Compagnon\Openl\Voprf\Issuer;
use OCA\Compagnon\Openl\Voprf\IssuerKey;
use OCA\Compagnon\Openl\WithdrawalCode;
use OCA\Compagnon\Tests\Fake\GivenRandom;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\TestCase;

/** The known answers that other implementations are held to (vectors/openl-report-1.json) are ours. */
#[CoversNothing]
final class ConformanceTest extends TestCase {
	private const FILE = __DIR__ . '/vectors/openl-report-1.json';

	/** @var array{issuer: array{seed: string, info: string, secret: string, publicKey: string, keyId: string}, client: array{nonces: list<string>, blinds: list<string>, blinded: list<string>}, evaluation: array{r: string, elements: list<string>, proof: string}, tokens: list<array{token: string, nullifier: string}>, withdrawal: array{secret: string, code: string, report: string, hash: string, queue: string}, report: string, envelope: array{seed: string, publicKey: string, sealed: string, sha256: string}, receipt: array{seed: string, publicKey: string, receipt: string, signature: string}, message: array{seed: string, message: string, key: string, signature: string}, catalogue: array{seed: string, text: string, sha256: string, signature: string, key: string}} */
	private array $known;

	#[\Override]
	protected function setUp(): void {
		$this->known = json_decode((string)file_get_contents(self::FILE), true, flags: JSON_THROW_ON_ERROR);
	}

	public function testTokens(): void {
		['issuer' => $issuer, 'client' => $client, 'evaluation' => $evaluation, 'tokens' => $tokens] = $this->known;
		$key = IssuerKey::derive(self::bin($issuer['seed']), $issuer['info']);
		self::assertSame([$issuer['secret'], $issuer['publicKey'], $issuer['keyId']], array_map(bin2hex(...), [$key->secret(), $key->publicKey, $key->id()]));

		$zeros = str_repeat("\0", 32);
		$chance = [];
		foreach ($client['nonces'] as $at => $nonce) {
			$chance = [...$chance, self::bin($nonce), self::bin($client['blinds'][$at]) . $zeros];
		}
		$blinded = (new Client(new GivenRandom($chance)))->blind(count($client['nonces']));
		$elements = array_map(static fn (Blinded $one): string => $one->element, $blinded);
		self::assertSame($client['blinded'], array_map(bin2hex(...), $elements));

		$answer = (new Issuer(new GivenRandom([self::bin($evaluation['r']) . $zeros])))->evaluate($key, $elements);
		self::assertSame($evaluation['elements'], array_map(bin2hex(...), $answer->elements));
		self::assertSame($evaluation['proof'], bin2hex($answer->proof));

		$made = (new Client(new GivenRandom([])))->finish($blinded, $answer, $key->publicKey);
		self::assertSame($tokens, array_map(static fn (Token $token): array => ['token' => $token->encode(), 'nullifier' => $token->nullifier()], $made));
	}

	public function testWithdrawal(): void {
		$code = WithdrawalCode::read($this->known['withdrawal']['code']);

		self::assertSame($this->known['withdrawal'], ['secret' => $code->secret(), 'code' => $code->text(), 'report' => $code->reportId(), 'hash' => $code->hash(), 'queue' => $code->queueId()]);
	}

	public function testReportAndEnvelope(): void {
		['envelope' => $envelope, 'withdrawal' => $withdrawal] = $this->known;
		$keyPair = sodium_crypto_box_seed_keypair(self::bin($envelope['seed']));
		self::assertSame($envelope['publicKey'], bin2hex(sodium_crypto_box_publickey($keyPair)));
		$sealed = (string)base64_decode($envelope['sealed'], true);
		self::assertSame($envelope['sha256'], hash('sha256', $sealed));

		$bytes = Envelope::open($sealed, [$keyPair]);

		self::assertSame($this->known['report'], $bytes);
		$report = Report::read($bytes);
		self::assertSame($bytes, $report->bytes());
		self::assertSame([$withdrawal['report'], $withdrawal['hash'], $this->known['tokens'][0]['token']], [$report->reportId, $report->withdrawHash, $report->token->encode()]);
		self::assertSame($this->known['issuer']['info'], IssuerInfo::of($report->survey, $report->period, $report->kind, Stratum::Attested));
	}

	public function testReceipt(): void {
		['receipt' => $known, 'withdrawal' => $withdrawal, 'envelope' => $envelope] = $this->known;
		$pair = sodium_crypto_sign_seed_keypair(self::bin($known['seed']));
		$receipt = new Receipt($withdrawal['report'], $envelope['sha256'], '2026-11-28', ReceiptKind::Kept);

		self::assertSame($known['publicKey'], bin2hex(sodium_crypto_sign_publickey($pair)));
		self::assertSame(['receipt' => $known['receipt'], 'signature' => $known['signature']], $receipt->signed(sodium_crypto_sign_secretkey($pair)));
		self::assertEquals($receipt, Receipt::read($known, self::bin($known['publicKey'])));
	}

	public function testMessage(): void {
		$known = $this->known['message'];
		$pair = sodium_crypto_sign_seed_keypair(self::bin($known['seed']));

		$message = SignedMessage::read($known);

		self::assertSame(sodium_crypto_sign_publickey($pair), $message->key);
		self::assertSame(array_map(static fn (string $hex): string => base64_encode(self::bin($hex)), $this->known['client']['blinded']), $message->fields['elements']);
		self::assertSame($message->signature, sodium_crypto_sign_detached($known['message'], sodium_crypto_sign_secretkey($pair)));
	}

	public function testCatalogue(): void {
		$known = $this->known['catalogue'];
		$pair = sodium_crypto_sign_seed_keypair(self::bin($known['seed']));
		$catalogue = Catalogue::read($known['text']);

		self::assertSame($known['sha256'], $catalogue->sha256);
		self::assertSame([base64_encode(sodium_crypto_sign_publickey($pair))], array_map(base64_encode(...), $catalogue->keys->catalogue));
		self::assertTrue(CatalogueSignature::read($known['signature'], $known['key'])->verify($known['text']));
		self::assertSame(['signature' => $known['signature'], 'key' => $known['key']], CatalogueSignature::sign($known['text'], sodium_crypto_sign_secretkey($pair))->toArray());
	}

	private static function bin(string $hex): string {
		return (string)hex2bin($hex);
	}
}
