<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Nextcloud;

use OCA\Compagnon\Nextcloud\Transfer\ConfiguredEndpoints;
use OCA\Compagnon\Port\Endpoints;
use OCA\Compagnon\Tests\Contract\EndpointsContract;
use OCP\IConfig;
use OCP\Server;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(ConfiguredEndpoints::class)]
final class NextcloudEndpointsTest extends EndpointsContract {
	private mixed $before = null;

	#[\Override]
	protected function setUp(): void {
		$this->before = Server::get(IConfig::class)->getSystemValue(ConfiguredEndpoints::CONFIG, null);
	}

	#[\Override]
	protected function tearDown(): void {
		Server::get(IConfig::class)->setSystemValue(ConfiguredEndpoints::CONFIG, $this->before);
	}

	#[\Override]
	protected function endpoints(array $urls): Endpoints {
		Server::get(IConfig::class)->setSystemValue(ConfiguredEndpoints::CONFIG, $urls);
		return Support::adapter(Endpoints::class);
	}

	public function testSomethingElseThanAMapIsNothing(): void {
		Server::get(IConfig::class)->setSystemValue(ConfiguredEndpoints::CONFIG, 'http://127.0.0.1:9');

		self::assertNull(Support::adapter(Endpoints::class)->inPlaceOf('www.googleapis.com'));
	}
}
