<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Openl;

use OCA\Compagnon\Error\Invalid;
use OCA\Compagnon\Port\Random;

/**
 * The one secret of a report. The report's id, what the collector keeps to know the secret again, and the id in the
 * queue are derived from it, each on its own: none leads to another without the secret.
 */
final readonly class WithdrawalCode {
	private const BYTES = 20;

	/** RFC 4648: no 0, 1, 8 or 9, which look like O, I, B and g. */
	private const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
	private const CHARACTERS = 32;
	private const CHECK_CHARACTERS = 4;

	private function __construct(
		#[\SensitiveParameter]
		private string $bytes,
	) {
	}

	public static function make(Random $random): self {
		return new self($random->bytes(self::BYTES));
	}

	/**
	 * @param string $typed what a person typed or pasted: case, spaces and dashes do not matter
	 * @throws Invalid when it is not a code, or mistyped
	 */
	public static function read(#[\SensitiveParameter] string $typed): self {
		$plain = strtr(strtoupper((string)preg_replace('/[\s\p{Z}\p{Pd}_.]+/u', '', substr($typed, 0, 200))), '018', 'OIB');
		if (strlen($plain) === self::CHARACTERS + self::CHECK_CHARACTERS && strspn($plain, self::ALPHABET) === strlen($plain)) {
			$code = new self(self::fromBase32(substr($plain, 0, self::CHARACTERS)));
			if (hash_equals($code->check(), substr($plain, self::CHARACTERS))) {
				return $code;
			}
		}
		throw new Invalid('code', 'This code has a letter too many, too few or mistaken. Compare it with the one you kept.');
	}

	/**
	 * @param mixed $secret as `secret()` gave it
	 * @throws Malformed
	 */
	public static function ofSecret(#[\SensitiveParameter] mixed $secret): self {
		if (!is_string($secret) || preg_match('/^[0-9a-f]{40}$/D', $secret) !== 1) {
			throw new Malformed('secret');
		}
		return new self((string)hex2bin($secret));
	}

	/** @return string nine groups of four letters and digits; the last one tells a mistyped code */
	public function text(): string {
		return implode('-', str_split(self::toBase32($this->bytes) . $this->check(), 4));
	}

	/** @return string in the shape of a random UUID */
	public function reportId(): string {
		$hash = hash('sha256', 'openl/report|' . $this->bytes);
		$variant = '89ab'[(int)hexdec($hash[16]) % 4];
		return implode('-', [substr($hash, 0, 8), substr($hash, 8, 4), '4' . substr($hash, 13, 3), $variant . substr($hash, 17, 3), substr($hash, 20, 12)]);
	}

	/** @return string what withdraws the report; hex, 40 characters */
	public function secret(): string {
		return bin2hex($this->bytes);
	}

	/** @return string what the collector keeps to know the secret again; hex, 64 characters */
	public function hash(): string {
		return hash('sha256', 'openl/withdraw|' . $this->bytes);
	}

	/** @return string hex, 32 characters */
	public function queueId(): string {
		return substr(hash('sha256', 'openl/queue|' . $this->bytes), 0, 32);
	}

	private function check(): string {
		return substr(self::toBase32(hash('sha256', 'openl/check|' . $this->bytes, true)), 0, self::CHECK_CHARACTERS);
	}

	private static function toBase32(#[\SensitiveParameter] string $bytes): string {
		$bits = implode('', array_map(static fn (string $byte): string => sprintf('%08b', ord($byte)), str_split($bytes)));
		return implode('', array_map(static fn (string $five): string => self::ALPHABET[(int)bindec(str_pad($five, 5, '0'))], str_split($bits, 5)));
	}

	private static function fromBase32(#[\SensitiveParameter] string $text): string {
		$bits = implode('', array_map(static fn (string $letter): string => sprintf('%05b', (int)strpos(self::ALPHABET, $letter)), str_split($text)));
		return implode('', array_map(static fn (string $eight): string => chr((int)bindec($eight)), str_split($bits, 8)));
	}
}
