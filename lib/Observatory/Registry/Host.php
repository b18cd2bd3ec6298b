<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Registry;

/** A host whose word on its spaces counts. */
final readonly class Host {
	/**
	 * @param string $publicKey base64, Ed25519
	 * @param string $addedOn day
	 */
	public function __construct(
		public string $name,
		public string $publicKey,
		public string $addedOn,
	) {
	}
}
