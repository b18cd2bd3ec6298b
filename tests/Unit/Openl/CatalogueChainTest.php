<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Openl;

use OCA\Compagnon\Openl\Catalogue;
use OCA\Compagnon\Openl\CatalogueChain;
use OCA\Compagnon\Openl\CatalogueSignature;
use OCA\Compagnon\Openl\Known;
use OCA\Compagnon\Openl\Malformed;
use OCA\Compagnon\Openl\Tampered;
use OCA\Compagnon\Openl\Tampering;
use OCA\Compagnon\Tests\Fake\OpenlFixture;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

/** The same catalogue for everybody: whoever has the key cannot give one space another one without being seen. */
#[CoversClass(CatalogueChain::class)]
#[CoversClass(CatalogueSignature::class)]
#[CoversClass(Known::class)]
final class CatalogueChainTest extends TestCase {
	private CatalogueChain $chain;

	#[\Override]
	protected function setUp(): void {
		$this->chain = new CatalogueChain();
	}

	public function testOneFollowsTheOther(): void {
		$known = $this->known(3);

		self::assertSame([3, $this->made(3)->sha256, [self::public('a')]], [$known->number, $known->sha256, $known->keys]);
		self::assertSame($known, $this->chain->accept($known, $this->made(3), $this->signed($this->made(3))), 'the same again');
		self::assertEquals($known, Known::fromText($known->toText()));
	}

	public function testANewSpaceBeginsAnywhere(): void {
		self::assertSame(3, $this->accept(Known::fromText(Known::pinned(self::public('a'))->toText()), $this->made(3))->number);
	}

	public function testANewSpaceTrustsThePinnedKeyOnly(): void {
		$this->assertTampered(Tampering::Key, fn () => $this->accept(Known::pinned(self::public('b')), $this->made(3)));
	}

	public function testAnOlderOneIsRefused(): void {
		$this->assertTampered(Tampering::Older, fn () => $this->accept($this->known(3), $this->made(2)));
	}

	public function testAnotherOneOfTheSameNumberIsRefused(): void {
		$special = $this->made(3, ['made' => '2026-11-29']);

		$this->assertTampered(Tampering::Forked, fn () => $this->accept($this->known(3), $special));
	}

	public function testOneThatFollowsAnotherOneIsRefused(): void {
		$this->assertTampered(Tampering::Forked, fn () => $this->accept($this->known(3), $this->made(4, ['previous' => str_repeat('0', 64)])));
	}

	public function testOneAfterAGapHasToWait(): void {
		$this->assertTampered(Tampering::Gap, fn () => $this->accept($this->known(3), $this->made(6)));
		self::assertSame([4, 5], $this->chain->before($this->known(3), $this->made(6)));
		self::assertSame([], $this->chain->before($this->known(3), $this->made(4)));
		self::assertSame([], $this->chain->before($this->known(3), $this->made(2)));
		self::assertSame([], $this->chain->before(Known::pinned(self::public('a')), $this->made(6)));
	}

	public function testAGapHasAnEnd(): void {
		self::assertCount(50, $this->chain->before($this->known(3), $this->made(54, ['previous' => str_repeat('0', 64)])));
		$this->assertTampered(Tampering::TooFar, fn () => $this->chain->before($this->known(3), $this->made(55, ['previous' => str_repeat('0', 64)])));
	}

	public function testAWrongSignatureIsRefused(): void {
		$next = $this->made(4);
		$this->assertTampered(Tampering::Signature, fn () => $this->chain->accept($this->known(3), $next, $this->signed($this->made(3))));
		$altered = Catalogue::read(str_replace('Organiser', 'Somebody else', $next->text));
		$this->assertTampered(Tampering::Signature, fn () => $this->chain->accept($this->known(3), $altered, $this->signed($next)));
		$written = Catalogue::read("$next->text\n");
		$this->assertTampered(Tampering::Signature, fn () => $this->chain->accept($this->known(3), $written, $this->signed($next)));
	}

	public function testAKeyThatWasNotAnnouncedIsRefused(): void {
		$this->assertTampered(Tampering::Key, fn () => $this->accept($this->known(3), $this->made(4), 'b'));
		$itself = $this->made(4, ['keys' => ['catalogue' => [base64_encode(self::public('b'))]] + (array)OpenlFixture::catalogue('')['keys']]);
		$this->assertTampered(Tampering::Key, fn () => $this->accept($this->known(3), $itself, 'b'));
	}

	public function testAKeyIsChangedInTwoSteps(): void {
		$both = $this->announcing(4, $this->made(3), 'a', 'b');
		$known = $this->accept($this->known(3), $both);
		$one = $this->announcing(5, $both, 'b');
		$known = $this->accept($known, $one, 'b');

		self::assertSame([self::public('b')], $known->keys);
		$this->assertTampered(Tampering::Key, fn () => $this->accept($known, $this->announcing(6, $one, 'a')));
	}

	public function testASignatureIsReadAsItWasWritten(): void {
		['signature' => $signature, 'key' => $key] = $this->signed($this->made(1))->toArray();

		self::assertTrue(CatalogueSignature::read($signature, $key)->verify($this->made(1)->text));
		foreach ([[null, $key], [$signature, null], ['', $key], [$signature, "$key\n"], [$key, $signature]] as [$noSignature, $noKey]) {
			try {
				CatalogueSignature::read($noSignature, $noKey);
				self::fail('it was read');
			} catch (Malformed $e) {
				self::assertContains($e->place, ['signature', 'key']);
			}
		}
	}

	public function testWhatWasKeptIsLookedAtAgain(): void {
		$good = $this->known(2)->toText();
		foreach (['', '{}', str_replace('2', '-1', substr($good, 0, 12)) . substr($good, 12), (string)preg_replace('/"sha256":"\w+"/', '"sha256":null', $good), (string)preg_replace('/\["[^"]+"\]/', '[]', $good)] as $text) {
			try {
				Known::fromText($text);
				self::fail("it was read: $text");
			} catch (Malformed $e) {
				self::assertStringStartsWith('known', $e->place);
			}
		}
	}

	private function known(int $number): Known {
		return Known::of($this->made($number));
	}

	private function accept(Known $known, Catalogue $next, string $by = 'a'): Known {
		return $this->chain->accept($known, $next, $this->signed($next, $by));
	}

	/** @param array<string, mixed> $changed */
	private function made(int $number, array $changed = []): Catalogue {
		$previous = $number === 1 || isset($changed['previous']) ? null : $this->made($number - 1)->sha256;
		return Catalogue::read(OpenlFixture::json($changed + OpenlFixture::catalogue(self::public('a'), $number, $previous)));
	}

	private function announcing(int $number, Catalogue $before, string ...$keys): Catalogue {
		$catalogue = OpenlFixture::catalogue(self::public('a'), $number, $before->sha256);
		return Catalogue::read(OpenlFixture::json(OpenlFixture::with($catalogue, 'keys.catalogue', array_map(static fn (string $key): string => base64_encode(self::public($key)), $keys))));
	}

	private function signed(Catalogue $catalogue, string $by = 'a'): CatalogueSignature {
		return CatalogueSignature::sign($catalogue->text, sodium_crypto_sign_secretkey(self::pair($by)));
	}

	private static function public(string $of): string {
		return sodium_crypto_sign_publickey(self::pair($of));
	}

	private static function pair(string $of): string {
		return sodium_crypto_sign_seed_keypair(hash('sha256', $of, true));
	}

	/** @param \Closure(): mixed $act */
	private function assertTampered(Tampering $how, \Closure $act): void {
		try {
			$act();
			self::fail('it was accepted');
		} catch (Tampered $e) {
			self::assertSame($how, $e->how);
		}
	}
}
