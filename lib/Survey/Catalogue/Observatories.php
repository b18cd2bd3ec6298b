<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Survey\Catalogue;

use OCA\Compagnon\Openl\Base64;
use OCA\Compagnon\Openl\Malformed;
use OCA\Compagnon\Port\NamedObservatory;

/** The observatory of this space, when one is named and can be used. */
final readonly class Observatories {
	private const ADDRESS = '~^https://[a-z0-9]([a-z0-9.-]*[a-z0-9])?(/[\w.-]+)*$~D';
	private const LONGEST = 255;

	public function __construct(
		private NamedObservatory $port,
	) {
	}

	/** @return ?Observatory null when none is named, or it is written down in a way that cannot be used */
	public function named(): ?Observatory {
		$written = $this->port->written();
		$address = is_string($written['address'] ?? null) ? rtrim($written['address'], '/') : '';
		if (preg_match(self::ADDRESS, $address) !== 1 || strlen($address) > self::LONGEST) {
			return null;
		}
		try {
			$key = Base64::read($written['key'] ?? null, SODIUM_CRYPTO_SIGN_PUBLICKEYBYTES, 'key');
		} catch (Malformed) {
			return null;
		}
		$attestation = $written['attestation'] ?? null;
		return new Observatory($address, $key, is_array($attestation) ? $attestation : null);
	}

	/** Whether somebody wrote one down that cannot be used. */
	public function isMiswritten(): bool {
		return $this->port->written() !== [] && $this->named() === null;
	}
}
