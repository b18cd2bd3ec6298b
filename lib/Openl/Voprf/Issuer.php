<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Openl\Voprf;

use OCA\Compagnon\Openl\Flaw;
use OCA\Compagnon\Openl\Malformed;
use OCA\Compagnon\Openl\Token;
use OCA\Compagnon\Port\Random;

/** Makes tokens without seeing them, and knows them again without knowing whose they are. */
final readonly class Issuer {
	/** Elements in a batch; far above what a space may ask for. */
	public const MOST = 100;

	public function __construct(
		private Random $random,
	) {
	}

	/**
	 * RFC 9497, BlindEvaluate of a batch.
	 *
	 * @param list<string> $blinded elements of 32 bytes
	 * @throws Malformed
	 */
	public function evaluate(IssuerKey $key, array $blinded): Evaluation {
		if ($blinded === [] || count($blinded) > self::MOST) {
			throw new Malformed('elements', Flaw::Size);
		}
		$evaluated = array_map(static fn (string $element): string => Group::multiply($key->secret(), Group::element($element, 'elements')), $blinded);
		return new Evaluation($evaluated, Dleq::prove($key, $blinded, $evaluated, $this->random));
	}

	/** RFC 9497, Evaluate, compared with what the token says. */
	public function knows(IssuerKey $key, #[\SensitiveParameter] Token $token): bool {
		if (!hash_equals($key->id(), $token->keyId)) {
			return false;
		}
		$element = Group::multiply($key->secret(), Suite::hashToGroup($token->nonce));
		return hash_equals(Suite::output($token->nonce, $element), $token->authenticator);
	}
}
