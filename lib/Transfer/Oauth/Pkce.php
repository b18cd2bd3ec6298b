<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Oauth;

use OCA\Compagnon\Port\Random;

/** Proof that whoever exchanges the code is who asked for it (RFC 7636). */
final readonly class Pkce {
	public function __construct(
		private Random $random,
	) {
	}

	/** @return string 43 characters nobody can guess; serves as verifier and as state */
	public function secret(): string {
		return self::base64url($this->random->bytes(32));
	}

	public static function challenge(#[\SensitiveParameter] string $verifier): string {
		return self::base64url(hash('sha256', $verifier, true));
	}

	private static function base64url(#[\SensitiveParameter] string $bytes): string {
		return rtrim(strtr(base64_encode($bytes), '+/', '-_'), '=');
	}
}
