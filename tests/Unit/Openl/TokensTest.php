<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Openl;

use OCA\Compagnon\Openl\BadProof;
use OCA\Compagnon\Openl\Base64;
use OCA\Compagnon\Openl\Flaw;
use OCA\Compagnon\Openl\IssuerInfo;
use OCA\Compagnon\Openl\KeyId;
use OCA\Compagnon\Openl\Malformed;
use OCA\Compagnon\Openl\Period;
use OCA\Compagnon\Openl\ReportKind;
use OCA\Compagnon\Openl\Stratum;
use OCA\Compagnon\Openl\Token;
use OCA\Compagnon\Openl\Voprf\Blinded;
use OCA\Compagnon\Openl\Voprf\Client;
use OCA\Compagnon\Openl\Voprf\Dleq;
use OCA\Compagnon\Openl\Voprf\Evaluation;
use OCA\Compagnon\Openl\Voprf\Group;
use OCA\Compagnon\Openl\Voprf\Issuer;
use OCA\Compagnon\Openl\Voprf\IssuerKey;
use OCA\Compagnon\Openl\Voprf\Suite;
use OCA\Compagnon\Tests\Fake\SequenceRandom;
use OCA\Compagnon\Transfer\SystemRandom;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

#[CoversClass(Client::class)]
#[CoversClass(Issuer::class)]
#[CoversClass(Group::class)]
#[CoversClass(Suite::class)]
#[CoversClass(Dleq::class)]
#[CoversClass(Blinded::class)]
#[CoversClass(Evaluation::class)]
#[CoversClass(Token::class)]
#[CoversClass(IssuerKey::class)]
#[CoversClass(IssuerInfo::class)]
#[CoversClass(KeyId::class)]
#[CoversClass(Base64::class)]
final class TokensTest extends TestCase {
	private const ORDER = 'edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010';
	private Client $client;
	private Issuer $issuer;
	private IssuerKey $key;

	#[\Override]
	protected function setUp(): void {
		$random = new SequenceRandom();
		$this->client = new Client($random);
		$this->issuer = new Issuer($random);
		$this->key = self::keyFor('2026-Q4');
	}

	public function testTokensAreKnownAgain(): void {
		foreach ($this->tokens(10) as $token) {
			self::assertSame(139, strlen($token->encode()));
			self::assertTrue($this->issuer->knows($this->key, Token::decode($token->encode())));
		}
	}

	public function testNothingOfATokenWasSeenByTheIssuer(): void {
		$random = new SystemRandom();
		$blinded = (new Client($random))->blind(2);
		$answer = (new Issuer($random))->evaluate($this->key, self::elements($blinded));
		$seen = implode('', [...self::elements($blinded), ...$answer->elements, $answer->proof]);

		foreach ((new Client($random))->finish($blinded, $answer, $this->key->publicKey) as $token) {
			self::assertStringNotContainsString($token->nonce, $seen);
			self::assertStringNotContainsString(substr($token->authenticator, 0, 32), $seen);
		}
	}

	public function testABatchSurvivesALostAnswer(): void {
		$blinded = $this->client->blind(2);
		$again = array_map(static fn (Blinded $one): Blinded => Blinded::fromText($one->toText()), $blinded);

		$tokens = $this->client->finish($again, Evaluation::read($this->issuer->evaluate($this->key, self::elements($blinded))->toArray()), $this->key->publicKey);

		self::assertTrue($this->issuer->knows($this->key, $tokens[1]));
	}

	/** @return iterable<string, array{string}> */
	public static function otherPurposes(): iterable {
		$period = new Period('2026-Q4');
		yield 'another period' => [IssuerInfo::of('first-survey', $period->next(), ReportKind::MemberAnswers, Stratum::Attested)];
		yield 'another survey' => [IssuerInfo::of('second-survey', $period, ReportKind::MemberAnswers, Stratum::Attested)];
		yield 'another kind' => [IssuerInfo::of('first-survey', $period, ReportKind::MemberText, Stratum::Attested)];
		yield 'another stratum' => [IssuerInfo::of('first-survey', $period, ReportKind::MemberAnswers, Stratum::Unattested)];
	}

	#[DataProvider('otherPurposes')]
	public function testATokenIsNoTokenForSomethingElse(string $info): void {
		$other = IssuerKey::derive(str_repeat('s', 32), $info);
		[$token] = $this->tokens(1);

		self::assertFalse($this->issuer->knows($other, $token));
		self::assertFalse($this->issuer->knows($other, new Token($other->id(), $token->nonce, $token->authenticator)), 'nor when it says that it is of that key');
	}

	public function testAnAlteredTokenIsNotKnown(): void {
		[$token] = $this->tokens(1);
		foreach ([0, 8, 39, 40, 103] as $at) {
			$bytes = $token->keyId . $token->nonce . $token->authenticator;
			$bytes[$at] = chr(ord($bytes[$at]) ^ 1);

			self::assertFalse($this->issuer->knows($this->key, Token::decode(Base64::url($bytes))), "byte $at");
			self::assertNotSame($token->nullifier(), Token::decode(Base64::url($bytes))->nullifier());
		}
	}

	/** @return iterable<string, array{string}> */
	public static function noTokens(): iterable {
		$text = Base64::url(str_repeat('a', 104));
		yield 'empty' => [''];
		yield 'one byte short' => [Base64::url(str_repeat('a', 103))];
		yield 'one byte more' => [Base64::url(str_repeat('a', 105))];
		yield 'a second form of the same bytes, of which the last bits are ignored' => [substr($text, 0, -1) . chr(ord($text[-1]) + 1)];
		yield 'other base64' => [substr($text, 0, -1) . '+'];
		yield 'a line break within' => [substr($text, 0, -1) . "\n"];
		yield 'padding instead of text' => [substr($text, 0, -1) . '='];
	}

	#[DataProvider('noTokens')]
	public function testWhatIsNoTokenIsRefused(string $text): void {
		$this->expectException(Malformed::class);
		Token::decode($text);
	}

	/** @return iterable<string, array{string, Flaw}> encodings of RFC 9496, A.3, among others */
	public static function noElements(): iterable {
		yield 'identity' => [str_repeat('00', 32), Flaw::Value];
		yield 'not below the prime' => ['00' . str_repeat('ff', 31), Flaw::Value];
		yield 'the prime and more' => [str_repeat('ff', 31) . '7f', Flaw::Value];
		yield 'the prime itself, a second form of the identity' => ['ed' . str_repeat('ff', 30) . '7f', Flaw::Value];
		yield 'negative' => ['01' . str_repeat('00', 31), Flaw::Value];
		yield 'not on the curve' => ['26948d35ca62e643e26a83177332e6b6afeb9d08e4268b650f1f5bbd8d81d371', Flaw::Value];
		yield 'short' => [str_repeat('11', 31), Flaw::Size];
		yield 'long' => [str_repeat('11', 33), Flaw::Size];
		yield 'empty' => ['', Flaw::Size];
	}

	#[DataProvider('noElements')]
	public function testWhatIsNoElementIsRefusedByTheIssuer(string $hex, Flaw $flaw): void {
		[$good] = self::elements($this->client->blind(1));
		try {
			$this->issuer->evaluate($this->key, [$good, (string)hex2bin($hex)]);
			self::fail('it was evaluated');
		} catch (Malformed $e) {
			self::assertSame(['elements', $flaw], [$e->place, $e->flaw]);
		}
	}

	#[DataProvider('noElements')]
	public function testWhatIsNoElementIsRefusedByTheClient(string $hex): void {
		$blinded = $this->client->blind(2);
		$answer = $this->issuer->evaluate($this->key, self::elements($blinded));

		$this->expectException(BadProof::class);
		$this->client->finish($blinded, new Evaluation([$answer->elements[0], (string)hex2bin($hex)], $answer->proof), $this->key->publicKey);
	}

	#[DataProvider('noElements')]
	public function testWhatIsNoElementIsNoKey(string $hex): void {
		$blinded = $this->client->blind(1);
		try {
			$this->client->finish($blinded, $this->issuer->evaluate($this->key, self::elements($blinded)), (string)hex2bin($hex));
			self::fail('there are tokens');
		} catch (BadProof $e) {
			$cause = $e->getPrevious();
			self::assertInstanceOf(Malformed::class, $cause);
			self::assertSame('key', $cause->place);
		}
	}

	/** @return iterable<string, array{string}> */
	public static function noScalars(): iterable {
		yield 'zero' => [str_repeat("\0", 32)];
		yield 'the order' => [(string)hex2bin(self::ORDER)];
		yield 'one and the order' => [self::andTheOrder("\1" . str_repeat("\0", 31))];
		yield 'all ones' => [str_repeat("\xff", 32)];
		yield 'short' => [str_repeat("\1", 31)];
		yield 'long' => [str_repeat("\1", 33)];
	}

	#[DataProvider('noScalars')]
	public function testWhatIsNoScalarIsRefused(string $bytes): void {
		$this->expectException(Malformed::class);
		Group::scalar($bytes, 'proof');
	}

	public function testAProofHasOneFormOnly(): void {
		$blinded = $this->client->blind(2);
		$answer = $this->issuer->evaluate($this->key, self::elements($blinded));
		$halves = str_split($answer->proof, 32);
		$this->client->finish($blinded, $answer, $this->key->publicKey);

		foreach ([self::andTheOrder($halves[0]) . $halves[1], $halves[0] . self::andTheOrder($halves[1])] as $proof) {
			try {
				$this->client->finish($blinded, new Evaluation($answer->elements, $proof), $this->key->publicKey);
				self::fail('libsodium alone would take it');
			} catch (BadProof $e) {
				self::assertSame('proof', $e->place);
			}
		}
	}

	/** @return iterable<string, array{\Closure(Evaluation, IssuerKey, Issuer, list<string>): Evaluation}> */
	public static function badAnswers(): iterable {
		yield 'a bit of the challenge' => [static fn (Evaluation $answer): Evaluation => new Evaluation($answer->elements, self::flipped($answer->proof, 3))];
		yield 'a bit of the response' => [static fn (Evaluation $answer): Evaluation => new Evaluation($answer->elements, self::flipped($answer->proof, 35))];
		yield 'challenge and response changed round' => [static fn (Evaluation $answer): Evaluation => new Evaluation($answer->elements, substr($answer->proof, 32) . substr($answer->proof, 0, 32))];
		yield 'a proof of nothing' => [static fn (Evaluation $answer): Evaluation => new Evaluation($answer->elements, str_repeat("\0", 64))];
		yield 'no proof' => [static fn (Evaluation $answer): Evaluation => new Evaluation($answer->elements, '')];
		yield 'half a proof' => [static fn (Evaluation $answer): Evaluation => new Evaluation($answer->elements, substr($answer->proof, 0, 32))];
		yield 'more than a proof' => [static fn (Evaluation $answer): Evaluation => new Evaluation($answer->elements, $answer->proof . "\0")];
		yield 'no elements' => [static fn (Evaluation $answer): Evaluation => new Evaluation([], $answer->proof)];
		yield 'an element too few' => [static fn (Evaluation $answer): Evaluation => new Evaluation(array_slice($answer->elements, 1), $answer->proof)];
		yield 'an element too many' => [static fn (Evaluation $answer): Evaluation => new Evaluation([...$answer->elements, $answer->elements[0]], $answer->proof)];
		yield 'in another order' => [static fn (Evaluation $answer): Evaluation => new Evaluation(array_reverse($answer->elements), $answer->proof)];
		yield 'one element twice' => [static fn (Evaluation $answer): Evaluation => new Evaluation([$answer->elements[0], $answer->elements[0], $answer->elements[2]], $answer->proof)];
		yield 'a key for this space alone' => [static fn (Evaluation $answer, IssuerKey $special, Issuer $issuer, array $elements): Evaluation => $issuer->evaluate($special, $elements)];
		yield 'one element with a key for this space alone' => [static function (Evaluation $answer, IssuerKey $special, Issuer $issuer, array $elements): Evaluation {
			return new Evaluation([...array_slice($answer->elements, 0, 2), $issuer->evaluate($special, $elements)->elements[2]], $answer->proof);
		}];
	}

	/** @param \Closure(Evaluation, IssuerKey, Issuer, list<string>): Evaluation $spoil */
	#[DataProvider('badAnswers')]
	public function testASpoiltAnswerGivesNoToken(\Closure $spoil): void {
		$blinded = $this->client->blind(3);
		$elements = self::elements($blinded);
		$answer = $this->issuer->evaluate($this->key, $elements);

		$this->expectException(BadProof::class);
		$this->client->finish($blinded, $spoil($answer, self::keyFor('2027-Q1'), $this->issuer, $elements), $this->key->publicKey);
	}

	/** @return iterable<string, array{array<array-key, mixed>}> */
	public static function noAnswers(): iterable {
		$good = ['elements' => [base64_encode(str_repeat('a', 32))], 'proof' => base64_encode(str_repeat('a', 64))];
		Evaluation::read($good);
		yield 'nothing' => [[]];
		yield 'text for a list' => [['elements' => 'a'] + $good];
		yield 'an object for a list' => [['elements' => ['a' => $good['elements'][0]]] + $good];
		yield 'a number in the list' => [['elements' => [1]] + $good];
		yield 'a list in the list' => [['elements' => [[]]] + $good];
		yield 'too many' => [['elements' => array_fill(0, 101, $good['elements'][0])] + $good];
		yield 'a short element' => [['elements' => [base64_encode(str_repeat('a', 31))]] + $good];
		yield 'a space in an element' => [['elements' => [' ' . substr($good['elements'][0], 1)]] + $good];
		yield 'a second form of an element' => [['elements' => [substr($good['elements'][0], 0, -2) . 'F=']] + $good];
		yield 'no proof' => [['elements' => $good['elements']]];
		yield 'a long proof' => [['proof' => base64_encode(str_repeat('a', 65))] + $good];
	}

	/** @param array<array-key, mixed> $answer */
	#[DataProvider('noAnswers')]
	public function testWhatIsNoAnswerIsRefused(array $answer): void {
		$this->expectException(Malformed::class);
		Evaluation::read($answer);
	}

	public function testABatchHasBounds(): void {
		$elements = self::elements($this->client->blind(1));
		foreach ([[], array_fill(0, 101, $elements[0])] as $batch) {
			try {
				$this->issuer->evaluate($this->key, $batch);
				self::fail('it was evaluated');
			} catch (Malformed $e) {
				self::assertSame(Flaw::Size, $e->flaw);
			}
		}
	}

	public function testASeedHas32Bytes(): void {
		$this->expectException(Malformed::class);
		IssuerKey::derive(str_repeat('s', 31), 'info');
	}

	public function testWhatIsKeptOfABatchIsLookedAtAgain(): void {
		[$one] = $this->client->blind(1);
		foreach (['', base64_encode($one->nonce), base64_encode($one->nonce . self::andTheOrder($one->blind) . $one->element), base64_encode($one->nonce . $one->blind . str_repeat("\0", 32))] as $text) {
			try {
				Blinded::fromText($text);
				self::fail('it was read');
			} catch (Malformed $e) {
				self::assertSame('blinded', $e->place);
			}
		}
	}

	/** @return non-empty-list<Token> */
	private function tokens(int $count): array {
		$blinded = $this->client->blind($count);
		$tokens = $this->client->finish($blinded, $this->issuer->evaluate($this->key, self::elements($blinded)), $this->key->publicKey);
		self::assertNotSame([], $tokens);
		return $tokens;
	}

	private static function keyFor(string $period): IssuerKey {
		return IssuerKey::derive(str_repeat('s', 32), IssuerInfo::of('first-survey', new Period($period), ReportKind::MemberAnswers, Stratum::Attested));
	}

	/**
	 * @param list<Blinded> $blinded
	 * @return list<string>
	 */
	private static function elements(array $blinded): array {
		return array_map(static fn (Blinded $one): string => $one->element, $blinded);
	}

	private static function flipped(string $bytes, int $at): string {
		$bytes[$at] = chr(ord($bytes[$at]) ^ 1);
		return $bytes;
	}

	/** The same number modulo the order, in a form that is not the shortest. */
	private static function andTheOrder(string $scalar): string {
		$carry = 0;
		foreach (str_split((string)hex2bin(self::ORDER)) as $at => $byte) {
			$carry += ord($scalar[$at]) + ord($byte);
			$scalar[$at] = chr($carry & 0xff);
			$carry >>= 8;
		}
		return $scalar;
	}
}
