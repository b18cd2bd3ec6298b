<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Port\HttpPool;
use OCA\Compagnon\Tests\Fake\FakeHttp;
use OCA\Compagnon\Tests\Fake\FakeHttpPool;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(FakeHttpPool::class)]
final class FakeHttpPoolTest extends HttpPoolContract {
	#[\Override]
	protected function pool(): HttpPool {
		return StagedHttp::make()->pool();
	}

	public function testCountsWhatRunsAtOnce(): void {
		$http = new FakeHttp(static fn (): string => 'x');
		[$one, $two] = [$http->pool(), $http->pool()];
		$one->start('a', self::get('/'), new KeptSink());
		$two->start('a', self::get('/'), new KeptSink());
		$two->start('b', self::get('/'), new KeptSink());
		$this->all($two);
		self::assertSame([3, 1], [$http->most, $http->running]);
		unset($one);
		self::assertSame(0, $http->running);
	}
}
