<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Openl;

/** Which public key: the first eight bytes of its SHA-256. Says nothing that the catalogue does not say. */
final class KeyId {
	public const BYTES = 8;

	public static function of(string $publicKey): string {
		return substr(hash('sha256', $publicKey, true), 0, self::BYTES);
	}
}
