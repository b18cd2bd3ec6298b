<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Http;

use OCA\Compagnon\Http\Addresses;
use OCA\Compagnon\Http\Curl\CurlSettings;
use OCA\Compagnon\Http\Curl\Route;
use OCA\Compagnon\Http\Curl\Router;
use OCA\Compagnon\Http\Hosts;
use OCA\Compagnon\Http\Unreachable;
use OCA\Compagnon\Http\UnreachableKind;
use OCA\Compagnon\Tests\Fake\FakeEndpoints;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

#[CoversClass(Addresses::class)]
#[CoversClass(Hosts::class)]
#[CoversClass(Route::class)]
#[CoversClass(Router::class)]
final class RouterTest extends TestCase {
	public function testTheAddressesOfAHostArePinnedAndLookedUpOnce(): void {
		$asked = [];
		$router = new Router(new FakeEndpoints(), new CurlSettings(), static function (string $host) use (&$asked): array {
			$asked[] = $host;
			return ['203.0.114.7', '2a00:1450::5'];
		});
		$route = $router->route('https://WWW.googleapis.com/drive?a=1', ['www.googleapis.com']);
		$router->route('https://www.googleapis.com/other', ['www.googleapis.com']);

		self::assertSame('www.googleapis.com:443:203.0.114.7,[2a00:1450::5]', $route->pinned);
		self::assertSame(['www.googleapis.com'], $asked);
	}

	public function testAHostThatLeadsToALocalAddressIsForeign(): void {
		foreach ([['127.0.0.1'], ['93.184.216.34', '10.1.2.3'], ['::1'], ['::ffff:192.168.0.1'], ['169.254.169.254'], ['100.64.0.1'], ['fe80::1'], ['fd12::1'], ['0.0.0.0'], ['64:ff9b::7f00:1']] as $addresses) {
			$this->fails(UnreachableKind::ForeignHost, $addresses, new CurlSettings());
		}
		$this->fails(UnreachableKind::NoConnection, [], new CurlSettings());
	}

	public function testAProxyLooksUpByItselfButKnowsNoLocalNames(): void {
		$settings = new CurlSettings(proxy: 'proxy.example:3128', withoutProxy: ['direct.example']);
		$router = new Router(new FakeEndpoints(['stand-in.example' => 'http://127.0.0.1:9']), $settings, static fn (string $host): array => ['203.0.114.7']);

		self::assertEquals(new Route('https://api.example/a', null, false), $router->route('https://api.example/a', ['api.example']));
		self::assertEquals(new Route('https://direct.example/a', 'direct.example:443:203.0.114.7', true), $router->route('https://direct.example/a', ['direct.example']));
		self::assertEquals(new Route('http://127.0.0.1:9/a?b', null, true), $router->route('https://stand-in.example/a?b', ['stand-in.example']));
		$this->expectException(Unreachable::class);
		$router->route('https://192.168.1.1/', ['192.168.1.1']);
	}

	/** @param list<string> $addresses */
	private function fails(UnreachableKind $kind, array $addresses, CurlSettings $settings): void {
		try {
			(new Router(new FakeEndpoints(), $settings, static fn (string $host): array => $addresses))->route('https://api.example/', ['api.example']);
			self::fail(implode(' ', $addresses));
		} catch (Unreachable $e) {
			self::assertSame($kind, $e->kind);
		}
	}
}
