<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Survey\Token;

use OCA\Compagnon\Openl\Signature;
use OCA\Compagnon\Survey\SpaceKey;

/** What the space answers at /.well-known/openl, while the registry is to look there. */
final readonly class AddressProof {
	public const SERVICE = 'openl';
	private const WORDS = 'openl/proof|';

	public function __construct(
		private Enrolment $enrolment,
		private SpaceKey $key,
	) {
	}

	/** @return array{key: string, signature: string}|null base64; null when nobody here asked for this challenge */
	public function answer(mixed $challenge): ?array {
		if (!is_string($challenge) || !$this->enrolment->expects($challenge)) {
			return null;
		}
		$secretKey = $this->key->secretKey();
		return ['key' => base64_encode(sodium_crypto_sign_publickey_from_secretkey($secretKey)), 'signature' => base64_encode(Signature::of(self::WORDS . $challenge, $secretKey))];
	}
}
