<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Nextcloud;

use OCA\Compagnon\Nextcloud\Transfer\ServerHttp;
use OCA\Compagnon\Port\HttpPool;
use OCA\Compagnon\Tests\Contract\HttpPoolContract;
use OCA\Compagnon\Tests\Contract\StageServer;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(ServerHttp::class)]
final class NextcloudHttpPoolTest extends HttpPoolContract {
	private static ?StageServer $server = null;

	#[\Override]
	public static function tearDownAfterClass(): void {
		self::$server = null;
	}

	#[\Override]
	protected function pool(): HttpPool {
		self::$server ??= new StageServer();
		return NextcloudHttpTest::over(self::$server)->pool();
	}
}
