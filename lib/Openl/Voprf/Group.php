<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Openl\Voprf;

use OCA\Compagnon\Openl\Flaw;
use OCA\Compagnon\Openl\Malformed;

/**
 * The group ristretto255 of libsodium with what libsodium leaves to its callers: the identity is refused as RFC 9497 wants
 * it of DeserializeElement, scalars above the order as it wants it of DeserializeScalar, and nothing of libsodium's gets out.
 */
final class Group {
	public const BYTES = 32;

	/**
	 * @return string the same
	 * @throws Malformed
	 */
	public static function element(string $bytes, string $place): string {
		if (strlen($bytes) !== self::BYTES) {
			throw new Malformed($place, Flaw::Size);
		}
		$isElement = self::guarded($place, static fn (): bool => sodium_crypto_core_ristretto255_is_valid_point($bytes));
		return $isElement && !self::isZero($bytes) ? $bytes : throw new Malformed($place);
	}

	/**
	 * Zero is refused as well, as no key, no blind and no part of a proof is zero by chance.
	 *
	 * @return string the same
	 * @throws Malformed
	 */
	public static function scalar(#[\SensitiveParameter] string $bytes, string $place): string {
		if (strlen($bytes) !== self::BYTES) {
			throw new Malformed($place, Flaw::Size);
		}
		$isReduced = hash_equals($bytes, self::reduce($bytes . str_repeat("\0", self::BYTES)));
		return $isReduced && !self::isZero($bytes) ? $bytes : throw new Malformed($place);
	}

	/** @param string $bytes 64 of them, little-endian */
	public static function reduce(#[\SensitiveParameter] string $bytes): string {
		return self::guarded('scalar', static fn (): string => sodium_crypto_core_ristretto255_scalar_reduce($bytes));
	}

	/** @param string $bytes 64 of them */
	public static function fromHash(#[\SensitiveParameter] string $bytes): string {
		return self::guarded('element', static fn (): string => sodium_crypto_core_ristretto255_from_hash($bytes));
	}

	/** @throws Malformed also when the product is the identity */
	public static function multiply(#[\SensitiveParameter] string $scalar, string $element): string {
		return self::guarded('element', static fn (): string => sodium_crypto_scalarmult_ristretto255($scalar, $element));
	}

	/** @throws Malformed when the scalar is zero */
	public static function base(#[\SensitiveParameter] string $scalar): string {
		return self::guarded('scalar', static fn (): string => sodium_crypto_scalarmult_ristretto255_base($scalar));
	}

	public static function add(string $one, string $other): string {
		return self::guarded('element', static fn (): string => sodium_crypto_core_ristretto255_add($one, $other));
	}

	/** @throws Malformed when the scalar is zero */
	public static function invert(#[\SensitiveParameter] string $scalar): string {
		return self::guarded('scalar', static fn (): string => sodium_crypto_core_ristretto255_scalar_invert($scalar));
	}

	/** @return string a − b·c */
	public static function minusProduct(#[\SensitiveParameter] string $a, string $b, #[\SensitiveParameter] string $c): string {
		return self::guarded('scalar', static fn (): string => sodium_crypto_core_ristretto255_scalar_sub($a, sodium_crypto_core_ristretto255_scalar_mul($b, $c)));
	}

	public static function isZero(#[\SensitiveParameter] string $bytes): bool {
		return hash_equals(str_repeat("\0", self::BYTES), $bytes);
	}

	/**
	 * @template T
	 * @param \Closure(): T $call
	 * @return T
	 * @throws Malformed
	 */
	private static function guarded(string $place, \Closure $call): mixed {
		try {
			return $call();
		} catch (\SodiumException) {
			// Without the cause: its trace holds what was given.
			throw new Malformed($place);
		}
	}
}
