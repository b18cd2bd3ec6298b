<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Openl;

/** Ed25519 over a text as it is; nothing is brought into a canonical form before. */
final class Signature {
	/**
	 * @param string $secretKey of sodium_crypto_sign_secretkey
	 * @throws Malformed when the key is none
	 */
	public static function of(string $text, #[\SensitiveParameter] string $secretKey): string {
		return sodium_crypto_sign_detached($text, self::whole($secretKey));
	}

	/** @throws Malformed when the key is none */
	public static function publicKey(#[\SensitiveParameter] string $secretKey): string {
		return sodium_crypto_sign_publickey_from_secretkey(self::whole($secretKey));
	}

	public static function fits(string $text, string $signature, string $publicKey): bool {
		if (strlen($signature) !== SODIUM_CRYPTO_SIGN_BYTES || strlen($publicKey) !== SODIUM_CRYPTO_SIGN_PUBLICKEYBYTES) {
			return false;
		}
		try {
			return sodium_crypto_sign_verify_detached($signature, $text, $publicKey);
		} catch (\SodiumException) {
			return false;
		}
	}

	/** @return non-empty-string */
	private static function whole(#[\SensitiveParameter] string $secretKey): string {
		return $secretKey !== '' && strlen($secretKey) === SODIUM_CRYPTO_SIGN_SECRETKEYBYTES ? $secretKey : throw new Malformed('key', Flaw::Size);
	}
}
