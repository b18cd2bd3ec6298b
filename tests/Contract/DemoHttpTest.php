<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Demo\Adapter\DemoHttp;
use OCA\Compagnon\Http\Request;
use OCA\Compagnon\Port\Http;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

/** Curl itself is held to the contract by CurlHttpTest; here, that the demo hands it what it needs. */
#[CoversClass(DemoHttp::class)]
final class DemoHttpTest extends TestCase {
	public function testAsksWhatEndpointsPutInPlace(): void {
		$server = new StageServer();
		$space = new DemoSpace();
		file_put_contents($space->folder . '/endpoints.json', json_encode(['contract.example' => $server->url()], JSON_THROW_ON_ERROR));
		$http = $space->container->get(Http::class);

		self::assertSame('hello', $http->send(Request::get('https://contract.example/hello', ['contract.example']))->body);
		$pool = $http->pool();
		$sink = new KeptSink();
		$pool->start('a', Request::get('https://contract.example/hello', ['contract.example']), $sink);
		for ($i = 0; $i < 20 && $pool->running() > 0; $i++) {
			$pool->wait(0.5);
		}
		self::assertSame('hello', $sink->bytes);
	}
}
