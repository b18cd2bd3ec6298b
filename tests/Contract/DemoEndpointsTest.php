<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Demo\Adapter\DemoEndpoints;
use OCA\Compagnon\Port\Endpoints;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(DemoEndpoints::class)]
final class DemoEndpointsTest extends EndpointsContract {
	private DemoSpace $space;

	#[\Override]
	protected function endpoints(array $urls): Endpoints {
		$this->space = new DemoSpace();
		if ($urls !== []) {
			file_put_contents($this->space->folder . '/endpoints.json', json_encode($urls, JSON_THROW_ON_ERROR));
		}
		return $this->space->container->get(Endpoints::class);
	}

	public function testWhatIsNoJsonIsNothing(): void {
		$endpoints = $this->endpoints([]);
		file_put_contents($this->space->folder . '/endpoints.json', '{');

		self::assertNull($endpoints->inPlaceOf('www.googleapis.com'));
	}
}
