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
		return $this->keys->current(KeyRole::Receipts)->signingPublic();
	}

	/** @return string 64 bytes */
	public function secretKey(): string {
		return $this->keys->current(KeyRole::Receipts)->signingSecret();
	}
}
