<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Openl;

use OCA\Compagnon\Openl\BadProof;
use OCA\Compagnon\Openl\Token;
use OCA\Compagnon\Openl\Voprf\Blinded;
use OCA\Compagnon\Openl\Voprf\Client;
use OCA\Compagnon\Openl\Voprf\Evaluation;
use OCA\Compagnon\Openl\Voprf\Issuer;
use OCA\Compagnon\Openl\Voprf\IssuerKey;
use OCA\Compagnon\Tests\Fake\SequenceRandom;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

/** Ours and somebody else's (@cloudflare/voprf-ts) are client and issuer of one another. */
#[CoversClass(Client::class)]
#[CoversClass(Issuer::class)]
#[CoversClass(IssuerKey::class)]
final class InteropTest extends TestCase {
	private const SEED = '000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f';
	private const INFO = 'premiere-enquete|2026-Q4|member-answers|attested';

	/** @var resource */
	private static $process;
	/** @var array{resource, resource} */
	private static array $pipes;
	private SequenceRandom $random;
	private IssuerKey $key;

	#[\Override]
	public static function setUpBeforeClass(): void {
		$process = proc_open(['node', __DIR__ . '/../../Support/voprf.mjs'], [['pipe', 'r'], ['pipe', 'w'], ['file', '/dev/null', 'w']], $pipes);
		self::$process = $process === false ? throw new \RuntimeException('node does not start') : $process;
		self::$pipes = [$pipes[0], $pipes[1]];
	}

	#[\Override]
	public static function tearDownAfterClass(): void {
		array_map(fclose(...), self::$pipes);
		proc_close(self::$process);
	}

	#[\Override]
	protected function setUp(): void {
		$this->random = new SequenceRandom();
		$this->key = IssuerKey::derive((string)hex2bin(self::SEED), self::INFO);
	}

	public function testTheSameKeyIsDerived(): void {
		self::assertSame(
			['privateKey' => bin2hex($this->key->secret()), 'publicKey' => bin2hex($this->key->publicKey)],
			self::theirs('derive', ['seed' => self::SEED, 'info' => bin2hex(self::INFO)]),
		);
	}

	public function testTheirClientAsksOurIssuer(): void {
		[$nonces, $state, $answer] = $this->askedByThem();

		$outputs = self::theirs('finish', $state + $answer)['outputs'] ?? null;

		self::assertIsArray($outputs);
		self::assertCount(3, $outputs);
		foreach ($nonces as $at => $nonce) {
			self::assertIsString($outputs[$at]);
			$token = new Token($this->key->id(), $nonce, (string)hex2bin($outputs[$at]));
			self::assertTrue((new Issuer($this->random))->knows($this->key, $token));
		}
	}

	public function testTheirClientRefusesOurProofWhenItIsAltered(): void {
		[, $state, $answer] = $this->askedByThem();

		self::assertSame(['refused' => 'proof failed'], self::theirs('finish', ['proof' => self::altered($answer['proof'])] + $state + $answer));
	}

	public function testOurClientAsksTheirIssuer(): void {
		$blinded = (new Client($this->random))->blind(3);

		$tokens = (new Client($this->random))->finish($blinded, $this->answeredByThem($blinded), $this->key->publicKey);

		$pairs = array_map(static fn (Token $token): array => [bin2hex($token->nonce), bin2hex($token->authenticator)], $tokens);
		$pairs[] = [$pairs[0][0], self::altered($pairs[0][1])];
		self::assertSame(['known' => [true, true, true, false]], self::theirs('knows', ['privateKey' => bin2hex($this->key->secret()), 'tokens' => $pairs]));
	}

	public function testOurClientRefusesTheirProofWhenItIsAltered(): void {
		$blinded = (new Client($this->random))->blind(3);
		$answer = $this->answeredByThem($blinded);

		$this->expectException(BadProof::class);
		(new Client($this->random))->finish($blinded, new Evaluation($answer->elements, (string)hex2bin(self::altered(bin2hex($answer->proof)))), $this->key->publicKey);
	}

	/** @return array{list<string>, array{publicKey: string, state: mixed}, array{elements: list<string>, proof: string}} nonces, what their client keeps, our answer */
	private function askedByThem(): array {
		$nonces = [$this->random->bytes(32), $this->random->bytes(32), $this->random->bytes(32)];
		$publicKey = bin2hex($this->key->publicKey);
		$asked = self::theirs('blind', ['publicKey' => $publicKey, 'inputs' => array_map(bin2hex(...), $nonces)]);
		self::assertIsArray($asked['elements']);
		$answer = (new Issuer($this->random))->evaluate($this->key, self::bytes($asked['elements']));
		return [$nonces, ['publicKey' => $publicKey, 'state' => $asked['state']], ['elements' => array_map(bin2hex(...), $answer->elements), 'proof' => bin2hex($answer->proof)]];
	}

	/** @param list<Blinded> $blinded */
	private function answeredByThem(array $blinded): Evaluation {
		$answer = self::theirs('evaluate', [
			'privateKey' => bin2hex($this->key->secret()),
			'elements' => array_map(static fn (Blinded $one): string => bin2hex($one->element), $blinded),
		]);
		self::assertIsArray($answer['elements']);
		self::assertIsString($answer['proof']);
		return new Evaluation(self::bytes($answer['elements']), (string)hex2bin($answer['proof']));
	}

	/** The challenge, a little different and still a number below the order. */
	private static function altered(string $hex): string {
		return ($hex[0] === '0' ? '1' : '0') . substr($hex, 1);
	}

	/**
	 * @param array<array-key, mixed> $hex
	 * @return list<string>
	 */
	private static function bytes(array $hex): array {
		return array_values(array_map(static fn (mixed $one): string => is_string($one) ? (string)hex2bin($one) : '', $hex));
	}

	/**
	 * @param array<string, mixed> $values
	 * @return array<array-key, mixed>
	 */
	private static function theirs(string $step, array $values): array {
		fwrite(self::$pipes[0], json_encode(['do' => $step] + $values, JSON_THROW_ON_ERROR) . "\n");
		$answer = json_decode((string)fgets(self::$pipes[1]), true);
		self::assertIsArray($answer, 'node, or @cloudflare/voprf-ts, does not answer');
		return $answer;
	}
}
