<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Openl;

/**
 * A sealed report: key id (8 bytes) ‖ sodium_crypto_box_seal of the report, padded to one of two sizes, so that the size
 * tells nothing but whether there are many words. What is sent again is the very same envelope.
 */
final class Envelope {
	private const SIZES = [2_048, 8_192];

	/** Bytes of a report that go into an envelope: padding takes one at least. */
	public const LARGEST_REPORT = 8_191;

	/** Bytes of the larger envelope. */
	public const LARGEST = KeyId::BYTES + SODIUM_CRYPTO_BOX_SEALBYTES + 8_192;

	/** @throws Malformed when it is too long, or the key is none */
	public static function seal(#[\SensitiveParameter] string $bytes, string $sealingPublicKey): string {
		$size = self::sizeFor($bytes) ?? throw new Malformed('report', Flaw::Size);
		if (strlen($sealingPublicKey) !== SODIUM_CRYPTO_BOX_PUBLICKEYBYTES) {
			throw new Malformed('key', Flaw::Size);
		}
		try {
			return KeyId::of($sealingPublicKey) . sodium_crypto_box_seal(sodium_pad($bytes, $size), $sealingPublicKey);
		} catch (\SodiumException) {
			throw new Malformed('key');
		}
	}

	/**
	 * @param list<string> $keyPairs of sodium_crypto_box_keypair: the one of the catalogue and those before
	 * @throws Malformed
	 */
	public static function open(string $sealed, #[\SensitiveParameter] array $keyPairs): string {
		$size = strlen($sealed) - KeyId::BYTES - SODIUM_CRYPTO_BOX_SEALBYTES;
		if (!in_array($size, self::SIZES, true)) {
			throw new Malformed('sealed', Flaw::Size);
		}
		try {
			$keyPair = self::named(substr($sealed, 0, KeyId::BYTES), $keyPairs) ?? throw new Malformed('key', Flaw::Unknown);
			$padded = sodium_crypto_box_seal_open(substr($sealed, KeyId::BYTES), $keyPair);
			$bytes = $padded === false ? '' : sodium_unpad($padded, $size);
		} catch (\SodiumException) {
			throw new Malformed('sealed');
		}
		return $bytes !== '' && self::sizeFor($bytes) === $size ? $bytes : throw new Malformed('sealed');
	}

	private static function sizeFor(#[\SensitiveParameter] string $bytes): ?int {
		foreach (self::SIZES as $size) {
			if (strlen($bytes) < $size) {
				return $size;
			}
		}
		return null;
	}

	/** @param list<string> $keyPairs */
	private static function named(string $id, #[\SensitiveParameter] array $keyPairs): ?string {
		foreach ($keyPairs as $keyPair) {
			if (hash_equals(KeyId::of(sodium_crypto_box_publickey($keyPair)), $id)) {
				return $keyPair;
			}
		}
		return null;
	}
}
