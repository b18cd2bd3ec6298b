<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Nextcloud\Transfer;

use OCA\Compagnon\Error\Unavailable;
use OCA\Compagnon\Port\Secrets;
use OCP\Security\ICrypto;

final readonly class ServerSecrets implements Secrets {
	/** The platform neither seals nor opens an empty text. */
	private const MARK = '.';

	public function __construct(
		private ICrypto $crypto,
	) {
	}

	#[\Override]
	public function seal(#[\SensitiveParameter] string $plain): string {
		return $this->crypto->encrypt(self::MARK . $plain);
	}

	#[\Override]
	public function open(string $sealed): string {
		try {
			return substr($this->crypto->decrypt($sealed), strlen(self::MARK));
		} catch (\Exception|\ValueError $e) {
			throw Unavailable::secret($e);
		}
	}
}
