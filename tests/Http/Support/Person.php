<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Http\Support;

/** Somebody with an account, logged in. */
final readonly class Person {
	public function __construct(
		public string $id,
		public string $password,
		public Browser $browser,
	) {
	}
}
