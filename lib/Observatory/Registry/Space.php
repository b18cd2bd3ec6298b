<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Registry;

use OCA\Compagnon\Openl\Stratum;

/** A space that may take part. */
final readonly class Space {
	/**
	 * @param string $publicKey base64, Ed25519
	 * @param string $subject whose quota it draws on
	 * @param ?string $hostKey base64, of the host that vouches for it
	 * @param ?string $attestedTo day to which it does
	 * @param ?string $address that it has proven
	 */
	private function __construct(
		public string $publicKey,
		public string $subject,
		public Stratum $stratum,
		public ?string $hostKey,
		public ?string $attestedTo,
		public ?string $address,
	) {
	}

	public static function attested(string $publicKey, string $hostKey, string $attestedTo): self {
		return new self($publicKey, hash('sha256', "key|$publicKey"), Stratum::Attested, $hostKey, $attestedTo, null);
	}

	/** The quota belongs to the address: a new key of the same one gets no second batch. */
	public static function proven(string $publicKey, string $address): self {
		return new self($publicKey, hash('sha256', "address|$address"), Stratum::Unattested, null, null, $address);
	}
}
