<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Openl;

/** The keys that hold from this catalogue on; 32 bytes each. */
final readonly class CatalogueKeys {
	/**
	 * @param non-empty-list<string> $catalogue keys that the next catalogue may be signed with
	 * @param string $sealing X25519
	 * @param string $receipts Ed25519
	 */
	public function __construct(
		public array $catalogue,
		public string $sealing,
		public string $receipts,
	) {
	}
}
