<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Transfer;

use OCA\Compagnon\Transfer\Hash\ContextHasher;
use OCA\Compagnon\Transfer\Hash\DropboxHasher;
use OCA\Compagnon\Transfer\Hash\HashAlgorithm;
use OCA\Compagnon\Transfer\Hash\Hashers;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

#[CoversClass(Hashers::class)]
#[CoversClass(ContextHasher::class)]
#[CoversClass(DropboxHasher::class)]
final class HashersTest extends TestCase {
	/** Checksums of that many times "A", measured against Dropbox's own description. */
	private const CONTENT_HASHES = [
		0 => 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
		1 => '1cd6ef71e6e0ff46ad2609d403dc3fee244417089aa4461245a4e4fe23a55e42',
		2 => '01e0655fb754d10418a73760f57515f4903b298e6d67dda6bf0987fa79c22c88',
		4096 => '8620913d33852befe09f16fff8fd75f77a83160d29f76f07e0276e9690903035',
		4194303 => '647c8627d70f7a7d13ce96b1e7710a771a55d41a62c3da490d92e56044d311fa',
		4194304 => 'd4d63bac5b866c71620185392a8a6218ac1092454a2d16f820363b69852befa3',
		4194305 => '8f553da8d00d0bf509d8470e242888be33019c20c0544811f5b2b89e98360b92',
		8388607 => '83b30cf4fb5195b04a937727ae379cf3d06673bf8f77947f6a92858536e8369c',
		8388608 => 'e08b3ba1f538804075c5f939accdeaa9efc7b5c01865c94a41e78ca6550a88e7',
		8388609 => '02c8a4aefc2bfc9036f89a7098001865885938ca580e5c9e5db672385edd303c',
	];

	/** @return iterable<string, array{int, string}> */
	public static function contentHashes(): iterable {
		foreach (self::CONTENT_HASHES as $length => $hash) {
			yield "$length bytes" => [$length, $hash];
		}
	}

	#[DataProvider('contentHashes')]
	public function testTheContentHashIsDropboxs(int $length, string $hash): void {
		$hasher = Hashers::start(HashAlgorithm::DropboxContent);
		$hasher->add(str_repeat('A', $length));

		self::assertSame($hash, $hasher->digest());
	}

	#[DataProvider('contentHashes')]
	public function testTheContentHashIsTheSameInPiecesThatProcessesHandOn(int $length, string $hash): void {
		foreach ([1_048_576, 3_000_001, 4_194_304] as $piece) {
			$hasher = Hashers::start(HashAlgorithm::DropboxContent);
			for ($at = 0; $at < $length; $at += $piece) {
				$hasher->add(str_repeat('A', min($piece, $length - $at)));
				$hasher = Hashers::resume(HashAlgorithm::DropboxContent, $hasher->freeze());
			}

			self::assertSame($hash, $hasher->digest());
		}
	}

	public function testEveryAlgorithmGoesOnFromWhereItWasPutAside(): void {
		$bytes = '';
		for ($i = 0; $i < 10_000; $i++) {
			$bytes .= chr($i % 251);
		}
		foreach (HashAlgorithm::cases() as $algorithm) {
			$whole = Hashers::start($algorithm);
			$whole->add($bytes);
			foreach ([0, 1, 55, 56, 63, 64, 65, 4095, 9_999, 10_000] as $cut) {
				$first = Hashers::start($algorithm);
				$first->add(substr($bytes, 0, $cut));
				$second = Hashers::resume($algorithm, $first->freeze());
				$second->add(substr($bytes, $cut));

				self::assertSame($whole->digest(), $second->digest(), "$algorithm->value at $cut");
			}
		}
	}

	public function testADigestIsTakenOnTheWay(): void {
		$hasher = Hashers::start(HashAlgorithm::Md5);
		$hasher->add('a');
		self::assertSame(md5('a'), $hasher->digest());
		$hasher->add('b');

		self::assertSame(md5('ab'), $hasher->digest());
		self::assertSame('3610a686', self::of(HashAlgorithm::Crc32, 'hello'));
		self::assertSame(sha1('ab'), self::of(HashAlgorithm::Sha1, 'ab'));
		self::assertSame(hash('sha256', 'ab'), self::of(HashAlgorithm::Sha256, 'ab'));
	}

	public function testWhatIsFrozenIsPrintableAndSmall(): void {
		foreach (HashAlgorithm::cases() as $algorithm) {
			$hasher = Hashers::start($algorithm);
			$hasher->add(str_repeat("\0\xFF", 5_000_000));

			self::assertMatchesRegularExpression('~^[A-Za-z0-9+/= ]{1,2000}$~', $hasher->freeze());
		}
	}

	public function testAnythingElseIsNotResumed(): void {
		foreach (HashAlgorithm::cases() as $algorithm) {
			foreach (['', 'x', base64_encode(serialize(new \ArrayObject())), base64_encode('O:11:"HashContext":0:{}'), 'a b c'] as $text) {
				try {
					Hashers::resume($algorithm, $text);
					self::fail("$algorithm->value was resumed from $text");
				} catch (\UnexpectedValueException $e) {
					self::assertStringStartsWith('not a frozen', $e->getMessage());
				}
			}
		}
	}

	private static function of(HashAlgorithm $algorithm, string $bytes): string {
		$hasher = Hashers::start($algorithm);
		$hasher->add($bytes);
		return $hasher->digest();
	}
}
