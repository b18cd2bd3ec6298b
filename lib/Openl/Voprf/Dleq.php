<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Openl\Voprf;

use OCA\Compagnon\Openl\Malformed;
use OCA\Compagnon\Port\Random;

/** RFC 9497, 2.2: proof that all elements of a batch were multiplied by the one key that belongs to a public key. */
final class Dleq {
	public const BYTES = 2 * Group::BYTES;

	/**
	 * @param non-empty-list<string> $blinded elements that were checked
	 * @param non-empty-list<string> $evaluated
	 * @return string challenge and answer, 32 bytes each
	 */
	public static function prove(IssuerKey $key, array $blinded, array $evaluated, Random $random): string {
		[$m] = self::composites($key->publicKey, $blinded, $evaluated);
		$z = Group::multiply($key->secret(), $m);
		$r = Suite::scalar($random);
		$challenge = self::challenge($key->publicKey, $m, $z, Group::base($r), Group::multiply($r, $m));
		return $challenge . Group::minusProduct($r, $challenge, $key->secret());
	}

	/**
	 * @param non-empty-list<string> $blinded elements that were checked
	 * @param non-empty-list<string> $evaluated elements that were checked
	 * @throws Malformed
	 */
	public static function holds(string $publicKey, array $blinded, array $evaluated, string $proof): bool {
		$challenge = Group::scalar(substr($proof, 0, Group::BYTES), 'proof');
		$answer = Group::scalar(substr($proof, Group::BYTES), 'proof');
		[$m, $z] = self::composites($publicKey, $blinded, $evaluated);
		$t2 = Group::add(Group::base($answer), Group::multiply($challenge, $publicKey));
		$t3 = Group::add(Group::multiply($answer, $m), Group::multiply($challenge, $z));
		return hash_equals($challenge, self::challenge($publicKey, $m, $z, $t2, $t3));
	}

	/**
	 * @param non-empty-list<string> $blinded
	 * @param non-empty-list<string> $evaluated
	 * @return array{string, string} M and Z
	 */
	private static function composites(string $publicKey, array $blinded, array $evaluated): array {
		$seed = Suite::seed($publicKey);
		$m = $z = null;
		foreach ($blinded as $i => $element) {
			$weight = Suite::hashToScalar(Suite::prefixed($seed) . pack('n', $i) . Suite::prefixed($element, $evaluated[$i]) . 'Composite');
			$weighted = Group::multiply($weight, $element);
			$m = $m === null ? $weighted : Group::add($m, $weighted);
			$weighted = Group::multiply($weight, $evaluated[$i]);
			$z = $z === null ? $weighted : Group::add($z, $weighted);
		}
		return [$m, $z];
	}

	private static function challenge(string $publicKey, string $m, string $z, string $t2, string $t3): string {
		return Suite::hashToScalar(Suite::prefixed($publicKey, $m, $z, $t2, $t3) . 'Challenge');
	}
}
