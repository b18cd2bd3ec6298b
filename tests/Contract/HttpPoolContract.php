<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Http\Ended;
use OCA\Compagnon\Http\Request;
use OCA\Compagnon\Http\UnreachableKind;
use OCA\Compagnon\Port\HttpPool;
use PHPUnit\Framework\TestCase;

/** What every HttpPool has to do. */
abstract class HttpPoolContract extends TestCase {
	protected const HOSTS = ['contract.example', '*.below.example'];

	/** Of the Http of HttpContract. */
	abstract protected function pool(): HttpPool;

	public function testManyRequestsEndEachWithItsOwnBody(): void {
		$pool = $this->pool();
		$sinks = [];
		for ($i = 0; $i < 20; $i++) {
			$sinks["r$i"] = new KeptSink();
			$pool->start("r$i", self::get('/large?bytes=' . (100_000 + 10 * $i)), $sinks["r$i"]);
		}
		self::assertSame(20, $pool->running());

		$ended = $this->all($pool);
		self::assertSame([20, 0], [count($ended), $pool->running()]);
		foreach ($sinks as $key => $sink) {
			self::assertSame([200, ''], [$ended[$key]->answer?->status, $ended[$key]->answer?->body]);
			self::assertSame([200], $sink->begun);
			self::assertSame(100_000 + 10 * (int)substr($key, 1), strlen($sink->bytes));
			self::assertSame('0123456789', substr($sink->bytes, -10));
		}
	}

	public function testWithoutRequestsThereIsNothingToWaitFor(): void {
		$before = microtime(true);

		self::assertSame([], $this->pool()->wait(5.0));
		self::assertLessThan(1.0, microtime(true) - $before);
	}

	public function testAnErrorComesAsAnswerAndNotIntoTheSink(): void {
		$pool = $this->pool();
		$sink = new KeptSink();
		$pool->start('a', self::get('/status/429'), $sink);
		$answer = $this->all($pool)['a']->answer;

		self::assertSame([429, '7', [], ''], [$answer?->status, $answer?->header('retry-after'), $sink->begun, $sink->bytes]);
		self::assertStringStartsWith('no no', (string)$answer?->body);
		self::assertSame(65_536, strlen((string)$answer?->body));
	}

	public function testAnEmptyAnswerIsBegunToo(): void {
		$pool = $this->pool();
		$sink = new KeptSink();
		$pool->start('a', self::get('/none'), $sink);

		self::assertSame([204, [204], ''], [$this->all($pool)['a']->answer?->status, $sink->begun, $sink->bytes]);
	}

	public function testASinkMayRefuse(): void {
		$pool = $this->pool();
		$never = new KeptSink(false);
		$some = new KeptSink(true, 20_000);
		$pool->start('never', self::get('/large?bytes=300000'), $never);
		$pool->start('some', self::get('/large?bytes=9000000'), $some);
		$pool->start('nothing', self::get('/none'), new KeptSink(false));
		$ended = $this->all($pool);

		foreach (['never', 'some', 'nothing'] as $key) {
			self::assertSame([null, UnreachableKind::NotTaken], [$ended[$key]->answer, $ended[$key]->fault?->kind], $key);
		}
		self::assertSame('', $never->bytes);
		self::assertLessThan(1_000_000, strlen($some->bytes));
	}

	public function testWhatHasComeBeforeACutIsInTheSink(): void {
		$pool = $this->pool();
		$sink = new KeptSink();
		$pool->start('a', self::get('/cut'), $sink);
		$ended = $this->all($pool)['a'];

		self::assertSame([null, UnreachableKind::Cut, 20_000], [$ended->answer, $ended->fault?->kind, strlen($sink->bytes)]);
	}

	public function testRedirectsAndFaultsAreAsForOneRequest(): void {
		$pool = $this->pool();
		$sink = new KeptSink();
		$pool->start('followed', self::get('/to?url=' . urlencode('https://deep.below.example/hello')), $sink);
		$pool->start('foreign', self::get('/to?url=' . urlencode('https://other.example/hello')), new KeptSink());
		$pool->start('at once', Request::get('https://other.example/hello', self::HOSTS), new KeptSink());
		$pool->start('gone', Request::get('https://gone.below.example/hello', self::HOSTS), new KeptSink());
		$pool->start('loop', self::get('/loop'), new KeptSink());
		$ended = $this->all($pool);

		self::assertSame([200, [200], 'hello'], [$ended['followed']->answer?->status, $sink->begun, $sink->bytes]);
		self::assertSame(
			[UnreachableKind::ForeignHost, UnreachableKind::ForeignHost, UnreachableKind::NoConnection, UnreachableKind::Other],
			array_map(static fn (string $key): ?UnreachableKind => $ended[$key]->fault?->kind, ['foreign', 'at once', 'gone', 'loop']),
		);
	}

	public function testAStoppedRequestIsNeverHeardOfAgain(): void {
		$pool = $this->pool();
		$sink = new KeptSink();
		$pool->start('stopped', self::get('/hello'), $sink);
		$pool->start('foreign', Request::get('https://other.example/', self::HOSTS), new KeptSink());
		$pool->start('other', self::get('/hello'), new KeptSink());
		$pool->stop('stopped');
		$pool->stop('foreign');
		$pool->stop('never started');
		self::assertSame(1, $pool->running());

		self::assertSame(['other'], array_keys($this->all($pool)));
		self::assertSame('', $sink->bytes);
	}

	public function testANameIsFreeAgainWhenItsRequestHasEnded(): void {
		$pool = $this->pool();
		for ($i = 0; $i < 3; $i++) {
			$pool->start('42', self::get('/hello'), new KeptSink());
			self::assertSame('42', array_values($this->all($pool))[0]->key);
		}
		$pool->start('42', self::get('/hello'), new KeptSink());
		$this->expectException(\LogicException::class);
		$pool->start('42', self::get('/hello'), new KeptSink());
	}

	protected static function get(string $path): Request {
		return Request::get('https://contract.example' . $path, self::HOSTS);
	}

	/** @return array<array-key, Ended> by key */
	protected function all(HttpPool $pool): array {
		$ended = [];
		for ($until = microtime(true) + 20; $pool->running() > 0 && microtime(true) < $until;) {
			foreach ($pool->wait(1.0) as $one) {
				$ended[$one->key] = $one;
			}
		}
		return $ended;
	}
}
