<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Observatory;

use OCA\Compagnon\Error\Invalid;
use OCA\Compagnon\Error\Refused;
use OCA\Compagnon\Error\TooMany;
use OCA\Compagnon\Error\Unproven;
use OCA\Compagnon\Http\Answer;
use OCA\Compagnon\Http\Request;
use OCA\Compagnon\Http\Unreachable;
use OCA\Compagnon\Http\UnreachableKind;
use OCA\Compagnon\Observatory\Registry\AddressProof;
use OCA\Compagnon\Observatory\Registry\Attestations;
use OCA\Compagnon\Observatory\Registry\Enrol;
use OCA\Compagnon\Observatory\Registry\Hosts;
use OCA\Compagnon\Observatory\Registry\Messages;
use OCA\Compagnon\Observatory\Registry\Nonces;
use OCA\Compagnon\Openl\ReportKind;
use OCA\Compagnon\Openl\SignedMessage;
use OCA\Compagnon\Openl\Stratum;
use OCA\Compagnon\Tests\Fake\FakeBody;
use OCA\Compagnon\Tests\Fake\ObservatoryWorld;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;

/** Who may take part. */
#[CoversClass(Enrol::class)]
#[CoversClass(Messages::class)]
#[CoversClass(Nonces::class)]
#[CoversClass(Attestations::class)]
#[CoversClass(AddressProof::class)]
#[CoversClass(Hosts::class)]
final class EnrolTest extends RegistryCase {
	public function testAHostsWordLetsASpaceInAndItsTokensAreGood(): void {
		self::assertSame(['stratum' => 'attested'], $this->attest());

		$blinded = $this->space->blind(10);
		$answer = $this->ask($blinded);
		$tokens = $this->space->finish($this->survey(), ReportKind::MemberAnswers, $blinded, $answer);
		self::assertCount(10, $tokens);
		foreach ($tokens as $token) {
			self::assertTrue($this->world->take()->take($this->seal($this->report(token: $token)))->isNew);
		}
		self::assertSame(10, $this->collected());
		self::assertSame(['tokens' => 10, 'spaces' => 1], $this->issued());
	}

	public function testWithoutAHostTheAddressIsProvenAndCountsApart(): void {
		$challenge = $this->enrol($this->space->message('enrol', ['address' => 'Cloud.Example.org']))['challenge'] ?? null;
		$this->answering($this->space);
		self::assertSame(['stratum' => 'unattested'], $this->enrol($this->space->message('prove', ['address' => 'cloud.example.org'])));

		self::assertSame(["https://cloud.example.org/.well-known/openl?challenge=$challenge"], array_map(static fn (Request $request): string => $request->url, $this->world->http->asked));
		$blinded = $this->space->blind(10);
		$token = $this->space->finish($this->survey(), ReportKind::MemberAnswers, $blinded, $this->ask($blinded))[0];
		$this->world->take()->take($this->seal($this->report(token: $token)));
		self::assertSame([0, 1], [$this->collected(), $this->collected(stratum: Stratum::Unattested)]);
	}

	public function testAProofMayBeFinishedInTheNextHourNotTheOneAfter(): void {
		$challenge = $this->enrol($this->space->message('enrol', ['address' => 'cloud.example.org']))['challenge'] ?? null;
		$this->answering($this->space);
		$this->world->clock->advance(3_600);
		self::assertSame(['stratum' => 'unattested'], $this->enrol($this->space->message('prove', ['address' => 'cloud.example.org', 'challenge' => $challenge])));
		$this->world->clock->advance(3_600);

		$this->assertRefused(Refused::class, fn () => $this->enrol($this->space->message('prove', ['address' => 'cloud.example.org', 'challenge' => $challenge])));
	}

	public function testAChallengeThatSomebodyElseAnswersProvesNothing(): void {
		$other = $this->newSpace();
		$answers = [
			'another key' => fn (string $challenge): string => $this->proof($other, $challenge),
			'another signature under this key' => fn (string $challenge): string => (string)json_encode(['key' => $this->space->key(), 'signature' => base64_encode(sodium_crypto_sign_detached("openl/proof|$challenge", $other->secretKey))]),
			'an older challenge' => fn (string $challenge): string => $this->proof($this->space, strrev($challenge)),
			'the challenge alone' => fn (string $challenge): string => (string)json_encode(['key' => $this->space->key(), 'signature' => base64_encode(sodium_crypto_sign_detached($challenge, $this->space->secretKey))]),
			'no JSON' => static fn (): string => '<html>',
			'nothing' => static fn (): string => '',
			'very much' => static fn (): string => str_repeat(' ', 100_000),
		];
		foreach ($answers as $what => $answer) {
			$this->world->http->script = static fn (Request $request): string => $answer(substr($request->url, -64));
			$this->assertRefused(Refused::class, fn () => $this->enrol($this->space->message('prove', ['address' => 'cloud.example.org'])), $what);
		}
		foreach ([new Answer(404, [], ''), new Unreachable(UnreachableKind::NoConnection, 'nobody'), new Answer(302, ['location' => 'https://evil.example/'], '')] as $said) {
			$this->world->http->script = static fn (): Answer|FakeBody|Unreachable => $said;
			$this->assertRefused(Refused::class, fn () => $this->enrol($this->space->message('prove', ['address' => 'cloud.example.org'])));
		}
	}

	/** @return iterable<string, array{mixed}> */
	public static function noAddresses(): iterable {
		yield 'missing' => [null];
		yield 'a list' => [['cloud.example.org']];
		yield 'this machine' => ['localhost'];
		yield 'an address' => ['127.0.0.1'];
		yield 'another address' => ['[::1]'];
		yield 'in numbers' => ['2130706433'];
		yield 'with a port' => ['cloud.example.org:8080'];
		yield 'with a path' => ['cloud.example.org/admin?x='];
		yield 'with a name' => ['lou@cloud.example.org'];
		yield 'a whole one' => ['https://cloud.example.org'];
		yield 'local' => ['printer.local'];
		yield 'inside' => ['db.internal'];
		yield 'a line more' => ["cloud.example.org\n"];
		yield 'with a dot at its end' => ['cloud.example.org.'];
	}

	#[DataProvider('noAddresses')]
	public function testOnlyPublicNamesAreAsked(mixed $address): void {
		foreach (['enrol', 'prove'] as $do) {
			$e = $this->assertRefused(Invalid::class, fn () => $this->enrol($this->space->message($do, ['address' => $address])));
			self::assertInstanceOf(Invalid::class, $e);
			self::assertSame('address', $e->field);
		}
		self::assertSame([], $this->world->http->asked);
	}

	/** @return iterable<string, array{\Closure(self): array<string, mixed>}> attestations */
	public static function badAttestations(): iterable {
		yield 'for another space' => [static fn (self $test): array => $test->world->attestation($test->newSpace()->key())];
		yield 'for another observatory' => [static fn (self $test): array => $test->world->attestation($test->space->key(), to: 'https://other.example')];
		yield 'over' => [static fn (self $test): array => $test->world->attestation($test->space->key(), '2026-11-27')];
		yield 'without an end' => [static fn (self $test): array => $test->world->attestation($test->space->key(), 'never')];
		yield 'by an unknown host' => [static fn (self $test): array => $test->world->attestations->write(sodium_crypto_sign_secretkey(sodium_crypto_sign_keypair()), $test->space->key(), '2026-12-31', ObservatoryWorld::ADDRESS)->toArray()];
		yield 'by the space itself' => [static fn (self $test): array => $test->world->attestations->write($test->space->secretKey, $test->space->key(), '2026-12-31', ObservatoryWorld::ADDRESS)->toArray()];
		yield 'altered' => [static function (self $test): array {
			$attestation = $test->world->attestation($test->space->key());
			return ['message' => str_replace('2026-12-31', '2036-12-31', $attestation['message'])] + $attestation;
		}];
		yield 'a message of the host about something else' => [static fn (self $test): array => SignedMessage::sign(['do' => 'enrol', 'to' => ObservatoryWorld::ADDRESS, 'at' => ObservatoryWorld::NOON, 'nonce' => str_repeat('a', 32), 'space' => $test->space->key(), 'until' => '2026-12-31'], $test->world->hostSecret)->toArray()];
		yield 'empty' => [static fn (): array => []];
	}

	/** @param \Closure(self): array<string, mixed> $attestation */
	#[DataProvider('badAttestations')]
	public function testABadAttestationLetsNobodyIn(\Closure $attestation): void {
		$this->assertRefused(Refused::class, fn () => $this->enrol($this->space->message('enrol', ['attestation' => $attestation($this)])));
		$this->assertRefused(Refused::class, fn () => $this->ask($this->space->blind(10)));
	}

	/** @return iterable<string, array{\Closure(self): array<string, mixed>}> */
	public static function badMessages(): iterable {
		$with = static fn (array $fields): \Closure => static fn (self $test): array => $test->space->message('enrol', $fields + ['address' => 'cloud.example.org']);
		yield 'five minutes late' => [$with(['at' => ObservatoryWorld::NOON - 301])];
		yield 'five minutes early' => [$with(['at' => ObservatoryWorld::NOON + 301])];
		yield 'for another observatory' => [$with(['to' => 'https://other.example'])];
		yield 'for something else' => [$with(['do' => 'tokens'])];
		yield 'altered' => [static function (self $test): array {
			$message = $test->space->message('enrol', ['address' => 'cloud.example.org']);
			return ['message' => str_replace('cloud', 'proud', $message['message'])] + $message;
		}];
		yield 'under another key' => [static fn (self $test): array => ['key' => $test->newSpace()->key()] + $test->space->message('enrol', ['address' => 'cloud.example.org'])];
		yield 'without a nonce' => [$with(['nonce' => ''])];
		yield 'with words for a time' => [$with(['at' => 'now'])];
		yield 'nothing' => [static fn (): array => ['message' => null, 'key' => null, 'signature' => null]];
	}

	/** @param \Closure(self): array<string, mixed> $message */
	#[DataProvider('badMessages')]
	public function testABadMessageProvesNothing(\Closure $message): void {
		$this->assertRefused(Unproven::class, fn () => $this->enrol($message($this)));
	}

	public function testAClockMayBeFiveMinutesOff(): void {
		foreach ([-300, 300] as $off) {
			$this->enrol($this->space->message('enrol', ['address' => 'cloud.example.org', 'at' => ObservatoryWorld::NOON + $off]));
		}
		self::assertCount(2, $this->database->query('SELECT nonce FROM *PREFIX*compagnon_registry_nonce'));
	}

	public function testAMessageCountsOnceAndIsForgottenWhenItsTimeIsOver(): void {
		$message = $this->space->message('enrol', ['address' => 'cloud.example.org']);
		$this->enrol($message);
		$this->assertRefused(Unproven::class, fn () => $this->enrol($message));
		$this->world->clock->advance(901);
		$this->assertRefused(Unproven::class, fn () => $this->enrol($message));
		$this->enrol($this->newSpace()->message('enrol', ['address' => 'cloud.example.org']));

		self::assertCount(1, $this->database->query('SELECT nonce FROM *PREFIX*compagnon_registry_nonce'));
	}

	public function testAFloodOfEnrolmentsIsHeldOff(): void {
		for ($i = 0; $i < 600; $i++) {
			$this->database->insertIgnore('compagnon_registry_nonce', ['nonce' => "n$i", 'seen_at' => $this->world->clock->now]);
		}

		$this->assertRefused(TooMany::class, fn () => $this->attest());
	}
}
