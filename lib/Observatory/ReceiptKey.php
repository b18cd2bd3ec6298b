<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory;

/** What receipts are signed with, Ed25519. */
final readonly class ReceiptKey {
	public function __construct(
		private KeyStore $keys,
	) {
	}

	/** @return string 32 bytes, for the catalogue */
	public function publicKey(): string {
		return sodium_crypto_sign_publickey($this->pair());
	}

	public function secretKey(): string {
		return sodium_crypto_sign_secretkey($this->pair());
	}

	private function pair(): string {
		return sodium_crypto_sign_seed_keypair($this->keys->current(KeyRole::Receipts)->secret());
	}
}
