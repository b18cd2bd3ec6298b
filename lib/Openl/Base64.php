<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Openl;

/** Bytes as text. Every text has one form only, so that what is the same looks the same. */
final class Base64 {
	/**
	 * @param ?int $length how many bytes it has to be; null for any
	 * @throws Malformed
	 */
	public static function read(mixed $text, ?int $length, string $place): string {
		if (!is_string($text) || ($length !== null && strlen($text) !== 4 * intdiv($length + 2, 3))) {
			throw new Malformed($place);
		}
		$bytes = base64_decode($text, true);
		if ($bytes === false || base64_encode($bytes) !== $text || ($length !== null && strlen($bytes) !== $length)) {
			throw new Malformed($place);
		}
		return $bytes;
	}

	public static function url(string $bytes): string {
		return rtrim(strtr(base64_encode($bytes), '+/', '-_'), '=');
	}

	/**
	 * @param int $length how many bytes it has to be
	 * @throws Malformed
	 */
	public static function readUrl(string $text, int $length, string $place): string {
		if (strlen($text) !== intdiv($length * 4 + 2, 3)) {
			throw new Malformed($place, Flaw::Size);
		}
		$bytes = base64_decode(strtr($text, '-_', '+/'), true);
		return $bytes !== false && strlen($bytes) === $length && self::url($bytes) === $text ? $bytes : throw new Malformed($place);
	}
}
