<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Openl\Voprf;

use OCA\Compagnon\Openl\Malformed;
use OCA\Compagnon\Port\Random;

/** RFC 9497, suite ristretto255-SHA512 in the mode VOPRF (1): the steps that client and issuer share. */
final class Suite {
	private const CONTEXT = "OPRFV1-\x01-ristretto255-SHA512";

	/** Bytes of a block of SHA-512, and of its hash: RFC 9380, expand_message_xmd. */
	private const BLOCK_BYTES = 128;
	private const HASH_BYTES = 64;

	public static function hashToGroup(#[\SensitiveParameter] string $input): string {
		return Group::fromHash(self::expand($input, 'HashToGroup-' . self::CONTEXT));
	}

	public static function hashToScalar(string $input): string {
		return Group::reduce(self::expand($input, 'HashToScalar-' . self::CONTEXT));
	}

	/** @return string a secret scalar for this seed and purpose */
	public static function deriveKey(#[\SensitiveParameter] string $seed, string $info): string {
		for ($counter = 0; $counter < 256; $counter++) {
			$key = Group::reduce(self::expand($seed . self::prefixed($info) . chr($counter), 'DeriveKeyPair' . self::CONTEXT));
			if (!Group::isZero($key)) {
				return $key;
			}
		}
		throw new Malformed('seed');
	}

	/** @return string a scalar by chance, not zero */
	public static function scalar(Random $random): string {
		do {
			$scalar = Group::reduce($random->bytes(2 * Group::BYTES));
		} while (Group::isZero($scalar));
		return $scalar;
	}

	/** What Finalize and Evaluate end with. */
	public static function output(#[\SensitiveParameter] string $input, #[\SensitiveParameter] string $element): string {
		return hash('sha512', self::prefixed($input, $element) . 'Finalize', true);
	}

	/** @return string seed of the weights in a batch */
	public static function seed(string $publicKey): string {
		return hash('sha512', self::prefixed($publicKey, 'Seed-' . self::CONTEXT), true);
	}

	/** @return string each with its length before it, in two bytes */
	public static function prefixed(#[\SensitiveParameter] string ...$parts): string {
		return implode('', array_map(static fn (string $part): string => pack('n', strlen($part)) . $part, $parts));
	}

	/** RFC 9380, expand_message_xmd with SHA-512 to 64 bytes, which is one round. */
	private static function expand(#[\SensitiveParameter] string $message, string $tag): string {
		$tag .= chr(strlen($tag));
		$first = hash('sha512', str_repeat("\0", self::BLOCK_BYTES) . $message . pack('n', self::HASH_BYTES) . "\0" . $tag, true);
		return hash('sha512', $first . "\1" . $tag, true);
	}
}
