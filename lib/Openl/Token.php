<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Openl;

/** Says that a space the registry knows may send one report; does not say which space. */
final readonly class Token {
	public const NONCE_BYTES = 32;
	public const AUTHENTICATOR_BYTES = 64;
	private const BYTES = KeyId::BYTES + self::NONCE_BYTES + self::AUTHENTICATOR_BYTES;

	/** @throws Malformed */
	public function __construct(
		public string $keyId,
		#[\SensitiveParameter]
		public string $nonce,
		#[\SensitiveParameter]
		public string $authenticator,
	) {
		if (strlen($keyId) !== KeyId::BYTES || strlen($nonce) !== self::NONCE_BYTES || strlen($authenticator) !== self::AUTHENTICATOR_BYTES) {
			throw new Malformed('token', Flaw::Size);
		}
	}

	/** @return string base64url of key id, nonce and authenticator */
	public function encode(): string {
		return Base64::url($this->keyId . $this->nonce . $this->authenticator);
	}

	/** @throws Malformed */
	public static function decode(#[\SensitiveParameter] string $text): self {
		$bytes = Base64::readUrl($text, self::BYTES, 'token');
		return new self(
			substr($bytes, 0, KeyId::BYTES),
			substr($bytes, KeyId::BYTES, self::NONCE_BYTES),
			substr($bytes, KeyId::BYTES + self::NONCE_BYTES),
		);
	}

	/** @return string what is kept of a token that was spent; hex */
	public function nullifier(): string {
		return hash('sha256', $this->keyId . $this->nonce . $this->authenticator);
	}
}
