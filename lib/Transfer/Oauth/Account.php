<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Oauth;

/** Whose account it is at the provider. */
final readonly class Account {
	/**
	 * @param string $id at the provider; stays when the address changes
	 * @param string $label by which the person knows it: an address or a name
	 * @param array<string, string> $extra what requests for this account need besides the token
	 */
	public function __construct(
		public string $id,
		public string $label,
		public array $extra = [],
	) {
	}
}
