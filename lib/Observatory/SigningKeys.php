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
		return $this->keys->current(KeyRole::Catalogue)->signingPublic();
	}

	/**
	 * @param list<string> $announced public keys that the catalogue before allows; empty when there is none
	 * @return Key to sign the next one with
	 */
	public function signing(array $announced): Key {
		foreach ($this->keys->all(KeyRole::Catalogue) as $key) {
			if ($announced === [] || in_array($key->signingPublic(), $announced, true)) {
				return $key;
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
		return $keys[1]->signingPublic();
	}

	/** Takes the prepared key into use and forgets the one before. */
	public function change(): void {
		$keys = $this->keys->all(KeyRole::Catalogue);
		$this->keys->keep(KeyRole::Catalogue, array_slice($keys, 1));
	}
}
