<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\Account;

/** Who makes this request; no account when nobody is logged in. */
final class Visitor {
	public function __construct(
		public ?Account $account,
		public string $token,
		public readonly string $browserLanguage,
		/** UTC seconds when the password was given last. */
		public readonly int $confirmedAt = 0,
	) {
	}
}
