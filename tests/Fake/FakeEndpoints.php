<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Fake;

use OCA\Compagnon\Port\Endpoints;

final class FakeEndpoints implements Endpoints {
	/** @param array<string, string> $urls by host */
	public function __construct(
		public array $urls = [],
	) {
	}

	#[\Override]
	public function inPlaceOf(string $host): ?string {
		return $this->urls[$host] ?? null;
	}
}
