<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Openl\Voprf;

use OCA\Compagnon\Openl\Flaw;
use OCA\Compagnon\Openl\KeyId;
use OCA\Compagnon\Openl\Malformed;

/** The key that tokens of one survey, period, kind and stratum are made and known with. */
final readonly class IssuerKey {
	public const SEED_BYTES = 32;

	private function __construct(
		public string $publicKey,
		#[\SensitiveParameter]
		private string $secret,
	) {
	}

	/**
	 * RFC 9497, DeriveKeyPair: the same seed and purpose give the same key, so that registry and collector share the seed only.
	 *
	 * @param string $seed 32 bytes
	 * @param string $info what IssuerInfo says
	 * @throws Malformed
	 */
	public static function derive(#[\SensitiveParameter] string $seed, string $info): self {
		if (strlen($seed) !== self::SEED_BYTES) {
			throw new Malformed('seed', Flaw::Size);
		}
		$secret = Suite::deriveKey($seed, $info);
		return new self(Group::base($secret), $secret);
	}

	/** @return string 8 bytes */
	public function id(): string {
		return KeyId::of($this->publicKey);
	}

	/** @return string the scalar, for Issuer and Dleq */
	public function secret(): string {
		return $this->secret;
	}
}
