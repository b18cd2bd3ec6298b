<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory;

/**
 * What the catalogue is signed with, Ed25519. A new key is announced by a catalogue that the old one signs; only then is it
 * used, so that whoever pinned the old one can follow.
 */
final readonly class SigningKeys {
	public function __construct(
		private KeyStore $keys,
	) {
	}

	/** @return string 32 bytes; the key that spaces are told to pin */
	public function publicKey(): string {
		return self::publicOf($this->keys->current(KeyRole::Catalogue));
	}

	/**
	 * @param list<string> $announced public keys that the catalogue before allows; empty when there is none
	 * @return string secret key to sign the next one with
	 */
	public function signing(array $announced): string {
		foreach ($this->keys->all(KeyRole::Catalogue) as $key) {
			if ($announced === [] || in_array(self::publicOf($key), $announced, true)) {
				return sodium_crypto_sign_secretkey(self::pair($key));
			}
		}
		throw new \LogicException('None of the catalogue’s keys may sign the next one');
	}

	/** Lays a new key beside the one in use; when a rotation was cut short, there is one already. */
	public function prepare(): string {
		$keys = $this->keys->all(KeyRole::Catalogue);
		if (count($keys) < 2) {
			$keys[] = $this->keys->make();
			$this->keys->keep(KeyRole::Catalogue, $keys);
		}
		return self::publicOf($keys[1]);
	}

	/** Takes the prepared key into use and forgets the one before. */
	public function change(): void {
		$keys = $this->keys->all(KeyRole::Catalogue);
		$this->keys->keep(KeyRole::Catalogue, array_slice($keys, 1));
	}

	private static function publicOf(Key $key): string {
		return sodium_crypto_sign_publickey(self::pair($key));
	}

	private static function pair(Key $key): string {
		return sodium_crypto_sign_seed_keypair($key->secret());
	}
}
