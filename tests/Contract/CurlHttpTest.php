<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Http\Curl\CurlHttp;
use OCA\Compagnon\Http\Curl\CurlSettings;
use OCA\Compagnon\Http\Curl\Exchange;
use OCA\Compagnon\Http\Curl\Faults;
use OCA\Compagnon\Http\Curl\Handles;
use OCA\Compagnon\Http\Curl\MemorySink;
use OCA\Compagnon\Http\Request;
use OCA\Compagnon\Http\Unreachable;
use OCA\Compagnon\Http\UnreachableKind;
use OCA\Compagnon\Port\Http;
use OCA\Compagnon\Tests\Fake\FakeEndpoints;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(CurlHttp::class)]
#[CoversClass(Exchange::class)]
#[CoversClass(Faults::class)]
#[CoversClass(Handles::class)]
#[CoversClass(MemorySink::class)]
final class CurlHttpTest extends HttpContract {
	private static ?StageServer $server = null;

	#[\Override]
	public static function tearDownAfterClass(): void {
		self::$server = null;
	}

	#[\Override]
	protected function http(): Http {
		self::$server ??= new StageServer();
		return self::over(self::$server);
	}

	public function testARequestIsGivenUpAfterItsSeconds(): void {
		$began = microtime(true);
		try {
			$this->http()->send(Request::get('https://contract.example/slow?ms=20000', self::HOSTS)->within(1));
			self::fail('It was waited for.');
		} catch (Unreachable $e) {
			self::assertSame(UnreachableKind::Stalled, $e->kind);
		}
		self::assertLessThan(15, microtime(true) - $began);
	}

	/** Curl with the stage in place of the contract's hosts, and somebody who never answers, when there is an address. */
	public static function over(StageServer $server, CurlSettings $settings = new CurlSettings(), string $silent = ''): CurlHttp {
		return new CurlHttp(new FakeEndpoints([
			'silent.below.example' => $silent,
			'contract.example' => $server->url(),
			'gone.below.example' => 'http://127.0.0.1:1',
			'*.below.example' => $server->url(),
			'*.other.example' => $server->url(),
		]), $settings);
	}
}
