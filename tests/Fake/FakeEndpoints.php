<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Fake;

use OCA\Compagnon\Http\EndpointMap;
use OCA\Compagnon\Port\Endpoints;

final class FakeEndpoints implements Endpoints {
	/** @param array<array-key, mixed> $urls by host */
	public function __construct(
		public array $urls = [],
	) {
	}

	#[\Override]
	public function inPlaceOf(string $host): ?string {
		return (new EndpointMap($this->urls))->inPlaceOf($host);
	}
}
