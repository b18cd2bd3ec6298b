<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Port\Endpoints;
use PHPUnit\Framework\TestCase;

/** What every Endpoints has to do. */
abstract class EndpointsContract extends TestCase {
	/** @param array<array-key, mixed> $urls as somebody wrote them down: by host */
	abstract protected function endpoints(array $urls): Endpoints;

	public function testWithoutAnyEveryHostIsItself(): void {
		self::assertNull($this->endpoints([])->inPlaceOf('www.googleapis.com'));
	}

	public function testAHostIsReplacedAndNoOther(): void {
		$endpoints = $this->endpoints(['www.googleapis.com' => 'http://127.0.0.1:9001/', 'api.dropboxapi.com' => 'http://127.0.0.1:9002/api']);

		self::assertSame('http://127.0.0.1:9001', $endpoints->inPlaceOf('www.googleapis.com'));
		self::assertSame('http://127.0.0.1:9001', $endpoints->inPlaceOf('WWW.googleapis.com'));
		self::assertSame('http://127.0.0.1:9002/api', $endpoints->inPlaceOf('api.dropboxapi.com'));
		foreach (['googleapis.com', 'a.www.googleapis.com', 'www.googleapis.com.example', '', '127.0.0.1'] as $host) {
			self::assertNull($endpoints->inPlaceOf($host), $host);
		}
	}

	public function testAStarStandsForEveryHostBelow(): void {
		$endpoints = $this->endpoints(['*.dropboxusercontent.com' => 'http://127.0.0.1:9002']);

		self::assertSame('http://127.0.0.1:9002', $endpoints->inPlaceOf('uc12.dl.dropboxusercontent.com'));
		self::assertNull($endpoints->inPlaceOf('dropboxusercontent.com'));
		self::assertNull($endpoints->inPlaceOf('dropboxusercontent.com.example'));
	}

	public function testWhatIsNoAddressIsPassedOver(): void {
		$endpoints = $this->endpoints(['a.example' => 12, 'b.example' => 'file:///etc/passwd', 'c.example' => '', 3 => 'http://127.0.0.1:1', 'd.example' => 'http://127.0.0.1:9']);

		foreach (['a.example', 'b.example', 'c.example', '3'] as $host) {
			self::assertNull($endpoints->inPlaceOf($host), $host);
		}
		self::assertSame('http://127.0.0.1:9', $endpoints->inPlaceOf('d.example'));
	}
}
