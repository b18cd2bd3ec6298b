<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Nextcloud;

use OCA\Compagnon\Nextcloud\Transfer\ServerHttp;
use OCA\Compagnon\Port\Http;
use OCA\Compagnon\Port\Settings;
use OCA\Compagnon\Tests\Contract\HttpContract;
use OCA\Compagnon\Tests\Contract\StageServer;
use OCA\Compagnon\Tests\Fake\FakeEndpoints;
use OCP\ICertificateManager;
use OCP\IConfig;
use OCP\Server;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(ServerHttp::class)]
final class NextcloudHttpTest extends HttpContract {
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

	/** What the app is given, with the stage in place of the contract's hosts. */
	public static function over(StageServer $server): Http {
		$endpoints = new FakeEndpoints([
			'contract.example' => $server->url(),
			'gone.below.example' => 'http://127.0.0.1:1',
			'*.below.example' => $server->url(),
		]);
		return new ServerHttp($endpoints, Support::adapter(Settings::class), Server::get(IConfig::class), Server::get(ICertificateManager::class));
	}
}
