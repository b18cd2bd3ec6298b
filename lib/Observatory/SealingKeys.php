<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory;

/** What reports are sealed to. Keys that were replaced still open until the surveys of their time are over. */
final readonly class SealingKeys {
	public function __construct(
		private KeyStore $keys,
	) {
	}

	/** @return string 32 bytes, for the catalogue */
	public function publicKey(): string {
		return sodium_crypto_box_publickey(self::pair($this->keys->current(KeyRole::Sealing)));
	}

	/** @return list<string> as sodium_crypto_box_keypair makes them, newest first */
	public function pairs(): array {
		return array_map(self::pair(...), $this->keys->all(KeyRole::Sealing));
	}

	private static function pair(Key $key): string {
		return sodium_crypto_box_seed_keypair($key->secret());
	}
}
