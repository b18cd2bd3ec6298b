<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Openl;

/**
 * A message of a space, or of a host that vouches for one. What is signed is the JSON text itself. It says what it wants,
 * of whom, when, and once, so that nobody can hand it on to somebody else or again.
 */
final readonly class SignedMessage {
	private const LONGEST = 65_536;
	private const NONCE = '/^[A-Za-z0-9_-]{16,64}$/D';

	/**
	 * @param array<array-key, mixed> $fields as json_decode gives them with associative arrays
	 * @param string $key public key of whoever signed, 32 bytes
	 * @param string $message the signed text
	 * @param string $signature 64 bytes
	 */
	private function __construct(
		public array $fields,
		public string $key,
		public string $message,
		public string $signature,
	) {
	}

	/**
	 * @param array{do: string, to: string, at: int, nonce: string, ...} $fields what is wanted; the base address of whom; UTC
	 *                                                                        seconds; 16 to 64 characters of base64url, new each time
	 * @param string $secretKey of sodium_crypto_sign_secretkey
	 */
	public static function sign(array $fields, #[\SensitiveParameter] string $secretKey): self {
		$message = json_encode($fields, JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE);
		return new self($fields, Signature::publicKey($secretKey), $message, Signature::of($message, $secretKey));
	}

	/**
	 * Says that it was signed by this key and is a message. Whether it is for the reader, timely and new is the reader's to look at.
	 *
	 * @param array<array-key, mixed> $signed as `toArray()` gives it
	 * @throws Malformed
	 */
	public static function read(array $signed): self {
		$message = $signed['message'] ?? null;
		if (!is_string($message)) {
			throw new Malformed('message');
		}
		if (strlen($message) > self::LONGEST) {
			throw new Malformed('message', Flaw::Size);
		}
		$key = Base64::read($signed['key'] ?? null, SODIUM_CRYPTO_SIGN_PUBLICKEYBYTES, 'key');
		$signature = Base64::read($signed['signature'] ?? null, SODIUM_CRYPTO_SIGN_BYTES, 'signature');
		if (!Signature::fits($message, $signature, $key)) {
			throw new Malformed('signature');
		}
		$frame = Fields::ofJson($message, self::LONGEST, 'message');
		$frame->text('do', '/^[a-z][a-z-]{0,31}$/D');
		$frame->text('to', '/^https?:\/\/[^\s<>"]{1,300}$/D');
		$frame->number('at', 0, 1 << 40);
		$frame->text('nonce', self::NONCE);
		return new self((array)json_decode($message, true), $key, $message, $signature);
	}

	/** @return array{message: string, key: string, signature: string} key and signature in base64 */
	public function toArray(): array {
		return ['message' => $this->message, 'key' => base64_encode($this->key), 'signature' => base64_encode($this->signature)];
	}
}
