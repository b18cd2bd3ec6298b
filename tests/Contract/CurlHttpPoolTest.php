<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Http\Answer;
use OCA\Compagnon\Http\Curl\CurlPool;
use OCA\Compagnon\Http\Curl\CurlSettings;
use OCA\Compagnon\Http\Curl\Pace;
use OCA\Compagnon\Http\Request;
use OCA\Compagnon\Http\Sink;
use OCA\Compagnon\Http\UnreachableKind;
use OCA\Compagnon\Port\HttpPool;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(CurlPool::class)]
#[CoversClass(Pace::class)]
final class CurlHttpPoolTest extends HttpPoolContract {
	private static ?StageServer $server = null;

	#[\Override]
	public static function tearDownAfterClass(): void {
		self::$server = null;
	}

	#[\Override]
	protected function pool(): HttpPool {
		return $this->with(new CurlSettings());
	}

	public function testRequestsRunAtTheSameTime(): void {
		$pool = $this->pool();
		$before = microtime(true);
		for ($i = 0; $i < 6; $i++) {
			$pool->start("r$i", self::get('/slow?ms=1000'), new KeptSink());
			// One process of the server would take in all that comes in the same moment, and answer one after the other.
			self::assertSame([], $pool->wait(0.05));
		}

		self::assertCount(6, $this->all($pool));
		// One after the other they would take 6 seconds.
		self::assertLessThan(4.0, microtime(true) - $before);
	}

	public function testWaitingEndsWithTheTime(): void {
		$pool = $this->pool();
		$pool->start('slow', self::get('/slow?ms=3000'), new KeptSink());
		$before = microtime(true);
		self::assertSame([], $pool->wait(0.3));
		self::assertSame([], $pool->wait(0.0));
		self::assertGreaterThan(0.25, microtime(true) - $before);
		self::assertLessThan(1.5, microtime(true) - $before);
		$pool->stop('slow');

		self::assertSame([], $pool->wait(5.0));
		self::assertLessThan(2.8, microtime(true) - $before);
	}

	public function testATransferThatStallsIsEnded(): void {
		$pool = $this->with(new CurlSettings(stallSeconds: 2));
		$sink = new KeptSink();
		$pool->start('a', self::get('/stall'), $sink);

		self::assertSame([UnreachableKind::Stalled, 'begun'], [$this->all($pool)['a']->fault?->kind, $sink->bytes]);
	}

	public function testTogetherTheyStayBelowTheLimit(): void {
		$pool = $this->with(new CurlSettings(bytesPerSecond: 1_000_000));
		$before = microtime(true);
		$sinks = [new KeptSink(), new KeptSink()];
		foreach ($sinks as $i => $sink) {
			$pool->start("r$i", self::get('/large?bytes=1500000'), $sink);
		}
		$this->all($pool);

		self::assertSame([1_500_000, 1_500_000], array_map(static fn (KeptSink $sink): int => strlen($sink->bytes), $sinks));
		self::assertGreaterThan(1.5, microtime(true) - $before);
		self::assertLessThan(6.0, microtime(true) - $before);
	}

	public function testASinkMayStopItselfAndOthers(): void {
		$silent = stream_socket_server('tcp://127.0.0.1:0');
		self::assertIsResource($silent);
		$pool = $this->with(new CurlSettings(), 'http://' . stream_socket_get_name($silent, false));
		$stops = new class($pool) implements Sink {
			public function __construct(
				private readonly HttpPool $pool,
			) {
			}

			#[\Override]
			public function begin(Answer $head): bool {
				$this->pool->stop('itself');
				$this->pool->stop('other');
				return true;
			}

			#[\Override]
			public function write(string $bytes): bool {
				return true;
			}
		};
		$pool->start('other', Request::get('https://silent.below.example/', self::HOSTS), new KeptSink());
		$pool->start('itself', self::get('/large?bytes=5000000'), $stops);
		$pool->start('third', self::get('/hello'), new KeptSink());

		self::assertSame(['third'], array_keys($this->all($pool)));
		self::assertSame(0, $pool->running());
	}

	public function testWhatASinkThrowsIsThrown(): void {
		$pool = $this->pool();
		$throws = new class implements Sink {
			#[\Override]
			public function begin(Answer $head): bool {
				throw new \DomainException('from the sink');
			}

			#[\Override]
			public function write(string $bytes): bool {
				return true;
			}
		};
		$pool->start('a', self::get('/hello'), $throws);
		$this->expectExceptionMessage('from the sink');
		$this->all($pool);
	}

	private function with(CurlSettings $settings, string $silent = ''): HttpPool {
		self::$server ??= new StageServer();
		return CurlHttpTest::over(self::$server, $settings, $silent)->pool();
	}
}
