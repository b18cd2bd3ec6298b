<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Http\EndpointMap;
use OCA\Compagnon\Port\Endpoints;
use OCA\Compagnon\Tests\Fake\FakeEndpoints;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(FakeEndpoints::class)]
#[CoversClass(EndpointMap::class)]
final class FakeEndpointsTest extends EndpointsContract {
	#[\Override]
	protected function endpoints(array $urls): Endpoints {
		return new FakeEndpoints($urls);
	}
}
