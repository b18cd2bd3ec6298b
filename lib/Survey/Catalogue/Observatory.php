<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Survey\Catalogue;

/** Where the space finds the list of surveys, and by which key it knows it. */
final readonly class Observatory {
	/**
	 * @param string $address https, without a slash at its end
	 * @param string $key Ed25519, 32 bytes: the catalogue's first key
	 * @param array<array-key, mixed>|null $attestation of a hoster for this space, as it signed it
	 */
	public function __construct(
		public string $address,
		public string $key,
		public ?array $attestation,
	) {
	}

	public function host(): string {
		return (string)parse_url($this->address, PHP_URL_HOST);
	}
}
