<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\Adapter;

use OCA\Compagnon\Error\Unavailable;
use OCA\Compagnon\Port\Secrets;

/** Seals with a key that lies in the data folder, apart from the database. */
final readonly class DemoSecrets implements Secrets {
	private const CIPHER = 'aes-256-gcm';
	private const NONCE_BYTES = 12;
	private const TAG_BYTES = 16;

	public function __construct(
		private string $dataFolder,
	) {
	}

	#[\Override]
	public function seal(#[\SensitiveParameter] string $plain): string {
		$nonce = random_bytes(self::NONCE_BYTES);
		$sealed = openssl_encrypt($plain, self::CIPHER, $this->key(), OPENSSL_RAW_DATA, $nonce, $tag, '', self::TAG_BYTES);
		return is_string($sealed) ? base64_encode($nonce . $tag . $sealed) : throw new \RuntimeException('Nothing can be sealed');
	}

	#[\Override]
	public function open(string $sealed): string {
		$bytes = (string)base64_decode($sealed, true);
		$tag = substr($bytes, self::NONCE_BYTES, self::TAG_BYTES);
		$plain = strlen($tag) === self::TAG_BYTES
			? openssl_decrypt(substr($bytes, self::NONCE_BYTES + self::TAG_BYTES), self::CIPHER, $this->key(), OPENSSL_RAW_DATA, substr($bytes, 0, self::NONCE_BYTES), $tag)
			: false;
		return $plain === false ? throw Unavailable::secret(new \RuntimeException('not sealed here')) : $plain;
	}

	private function key(): string {
		$file = $this->dataFolder . '/secret.key';
		if (!is_file($file)) {
			// Of two that make one at once, the first wins.
			$made = "$file." . bin2hex(random_bytes(4));
			file_put_contents($made, random_bytes(32));
			chmod($made, 0o600);
			@link($made, $file);
			unlink($made);
		}
		return (string)file_get_contents($file);
	}
}
