<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Oauth;

/** An account at a provider that a person has connected. Holds no token. */
final readonly class Connection {
	/**
	 * @param string $label by which the person knows it: an address or a name
	 * @param string $account its id at the provider: the same after it was removed and connected again
	 */
	public function __construct(
		public string $id,
		public string $userId,
		public string $source,
		public ConnectionState $state,
		public string $label,
		public string $account,
		public int $createdAt,
		public int $updatedAt,
	) {
	}
}
