<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Openl;

/** The signature beside a catalogue: Ed25519 over its text as it is. */
final readonly class CatalogueSignature {
	/**
	 * @param string $signature 64 bytes
	 * @param string $key public, 32 bytes
	 */
	private function __construct(
		public string $signature,
		public string $key,
	) {
	}

	/** @param string $secretKey of sodium_crypto_sign_secretkey */
	public static function sign(string $text, #[\SensitiveParameter] string $secretKey): self {
		return new self(Signature::of($text, $secretKey), Signature::publicKey($secretKey));
	}

	/**
	 * @param mixed $signature base64
	 * @param mixed $key base64
	 * @throws Malformed
	 */
	public static function read(mixed $signature, mixed $key): self {
		return new self(Base64::read($signature, SODIUM_CRYPTO_SIGN_BYTES, 'signature'), Base64::read($key, SODIUM_CRYPTO_SIGN_PUBLICKEYBYTES, 'key'));
	}

	public function verify(string $text): bool {
		return Signature::fits($text, $this->signature, $this->key);
	}

	/** @return array{signature: string, key: string} in base64 */
	public function toArray(): array {
		return ['signature' => base64_encode($this->signature), 'key' => base64_encode($this->key)];
	}
}
