<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory;

/** A secret of 32 bytes from which key pairs are made. */
final readonly class Key {
	/**
	 * @param string $id of chance, 16 hexadecimal digits
	 * @param ?string $neededTo last day on which it has to be at hand, 2026-12-31; null for one that is in use
	 */
	public function __construct(
		public string $id,
		#[\SensitiveParameter]
		private string $secret,
		public string $madeOn,
		public ?string $neededTo = null,
	) {
	}

	public function secret(): string {
		return $this->secret;
	}

	/** @return string Ed25519, 64 bytes */
	public function signingSecret(): string {
		return substr($this->signingPair(), 0, SODIUM_CRYPTO_SIGN_SECRETKEYBYTES);
	}

	/** @return string Ed25519, 32 bytes */
	public function signingPublic(): string {
		return substr($this->signingPair(), SODIUM_CRYPTO_SIGN_SECRETKEYBYTES);
	}

	public function neededTo(string $day): self {
		return new self($this->id, $this->secret, $this->madeOn, $day);
	}

	/** @return array<string, mixed> a dump shows no secret */
	public function __debugInfo(): array {
		return ['id' => $this->id, 'madeOn' => $this->madeOn, 'neededTo' => $this->neededTo];
	}

	/** The secret key and then the public one. */
	private function signingPair(): string {
		return $this->secret === '' ? throw new \LogicException('This key is empty') : sodium_crypto_sign_seed_keypair($this->secret);
	}
}
