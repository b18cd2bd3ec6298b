<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Survey;

use OCA\Compagnon\Error\Unavailable;
use OCA\Compagnon\Port\Random;
use OCA\Compagnon\Port\Secrets;
use OCA\Compagnon\Port\Settings;

/** The key by which the registry knows the space; it is in no report. Also what slots are drawn by. */
final readonly class SpaceKey {
	private const KEY = 'survey_space_key';

	public function __construct(
		private Settings $settings,
		private Secrets $secrets,
		private Random $random,
	) {
	}

	/** @return ?string Ed25519, 32 bytes; null before there is one */
	public function publicKey(): ?string {
		return $this->settings->longText(self::KEY, '') === '' ? null : sodium_crypto_sign_publickey(sodium_crypto_sign_seed_keypair($this->seed()));
	}

	/** @return non-empty-string as sodium_crypto_sign_secretkey gives it; made when there is none */
	public function secretKey(): string {
		return sodium_crypto_sign_secretkey(sodium_crypto_sign_seed_keypair($this->seed()));
	}

	/**
	 * A number of this space's own, always the same for the same words: spreads what spaces do over time.
	 *
	 * @param positive-int $below
	 */
	public function slot(string $words, int $below): int {
		$bytes = hash_hmac('sha256', "openl/slot|$words", $this->seed(), true);
		return (int)hexdec(bin2hex(substr($bytes, 0, 6))) % $below;
	}

	/** @return non-empty-string */
	private function seed(): string {
		$sealed = $this->settings->longText(self::KEY, '');
		try {
			if ($sealed !== '') {
				return self::text(base64_decode($this->secrets->open($sealed), true));
			}
		} catch (Unavailable) {
			// The server's secret was changed: the registry gets to know the space anew.
		}
		$seed = self::text($this->random->bytes(SODIUM_CRYPTO_SIGN_SEEDBYTES));
		$this->settings->setLongText(self::KEY, $this->secrets->seal(base64_encode($seed)));
		return $seed;
	}

	/** @return non-empty-string */
	private static function text(string|false $bytes): string {
		return $bytes === false || $bytes === '' ? throw new \LogicException('a key of no length') : $bytes;
	}
}
