<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Http\Request;
use OCA\Compagnon\Http\Unreachable;
use OCA\Compagnon\Http\UnreachableKind;
use OCA\Compagnon\Port\Http;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** What every Http has to do with one request. */
abstract class HttpContract extends TestCase {
	protected const HOSTS = ['contract.example', '*.below.example'];

	/** With HttpStage in place of contract.example and of every host below below.example and other.example, and nobody at gone.below.example. */
	abstract protected function http(): Http;

	public function testAnAnswerHasStatusHeadersAndBody(): void {
		$answer = $this->http()->send(Request::get('https://contract.example/hello', self::HOSTS));

		self::assertSame([200, 'hello', 'Value: with a colon', '5'], [$answer->status, $answer->body, $answer->header('x-named'), $answer->header('content-length')]);
	}

	public function testWhatIsAskedArrivesAsItIs(): void {
		$http = $this->http();
		$said = $http->send(new Request('PATCH', 'https://contract.example/echo?q=a%20b&c=%C3%A9', self::HOSTS, ['x-mine' => 'é; "1"', 'range' => 'bytes=5-'], "line\r\n\0end"))->json();

		self::assertSame(['PATCH', ['q' => 'a b', 'c' => 'é']], [$said['method'], $said['query']]);
		self::assertSame(['é; "1"', 'bytes=5-'], [self::headers($said)['x-mine'], self::headers($said)['range']]);
		self::assertSame("line\r\n\0end", $said['body']);
		$form = $http->send(Request::form('https://contract.example/echo', self::HOSTS, ['a' => 'b c', 'd' => '+&=']))->json();
		self::assertSame(['POST', 'a=b%20c&d=%2B%26%3D', 'application/x-www-form-urlencoded'], [$form['method'], $form['body'], self::headers($form)['content-type']]);
		$json = $http->send(Request::json('https://contract.example/echo', self::HOSTS, ['a' => ['é']], ['authorization' => 'Bearer x']))->json();
		self::assertSame(['{"a":["\u00e9"]}', 'Bearer x'], [$json['body'], self::headers($json)['authorization']]);
	}

	public function testOneRequestKnowsNothingOfTheOneBefore(): void {
		$http = $this->http();
		$http->send(Request::json('https://contract.example/echo', self::HOSTS, ['a' => 1], ['authorization' => 'Bearer x']));
		$said = $http->send(Request::get('https://contract.example/echo', self::HOSTS))->json();

		self::assertSame(['GET', ''], [$said['method'], $said['body']]);
		self::assertArrayNotHasKey('authorization', self::headers($said));
		self::assertArrayNotHasKey('content-type', self::headers($said));
	}

	public function testAnErrorIsAnAnswer(): void {
		foreach ([400, 404, 429, 503] as $status) {
			$answer = $this->http()->send(Request::get("https://contract.example/status/$status", self::HOSTS));
			self::assertSame([$status, false, 7], [$answer->status, $answer->ok(), $answer->retryAfter(1_000)]);
			self::assertStringStartsWith('no no', $answer->body);
		}
		self::assertSame([204, ''], [$this->http()->send(Request::get('https://contract.example/none', self::HOSTS))->status, $this->http()->send(Request::get('https://contract.example/none', self::HOSTS))->body]);
	}

	public function testARedirectIsFollowedAndKeepsTheAuthorizationAtItsHostOnly(): void {
		$ask = fn (string $url): array => self::headers($this->http()->send(Request::get('https://contract.example/to?url=' . urlencode($url), self::HOSTS, ['authorization' => 'Bearer x', 'x-mine' => 'y']))->json());

		self::assertSame(['Bearer x', 'y'], array_values(array_intersect_key($ask('https://contract.example/echo'), ['authorization' => 1, 'x-mine' => 1])));
		$elsewhere = $ask('https://deep.below.example/echo');
		self::assertArrayNotHasKey('authorization', $elsewhere);
		self::assertSame('y', $elsewhere['x-mine']);
	}

	public function testARedirectOfAPostBecomesAGetUnlessItSaysOtherwise(): void {
		$ask = fn (int $status): array => $this->http()->send(Request::json("https://contract.example/to?status=$status&url=" . urlencode('https://contract.example/echo'), self::HOSTS, ['a' => 1]))->json();

		self::assertSame(['GET', ''], [$ask(303)['method'], $ask(303)['body']]);
		self::assertSame(['GET', ''], [$ask(302)['method'], $ask(302)['body']]);
		self::assertSame(['POST', '{"a":1}'], [$ask(307)['method'], $ask(307)['body']]);
	}

	/** @return iterable<string, array{string}> */
	public static function foreign(): iterable {
		yield 'another host' => ['https://other.example/hello'];
		yield 'its domain only' => ['https://below.example/hello'];
		yield 'a name that ends alike' => ['https://evilbelow.example/hello'];
		yield 'not encrypted' => ['http://contract.example/hello'];
		yield 'a file' => ['file:///etc/passwd'];
		yield 'this machine' => ['https://127.0.0.1/hello'];
		yield 'another port' => ['https://contract.example:8443/hello'];
		yield 'with a login' => ['https://contract.example@other.example/hello'];
	}

	#[DataProvider('foreign')]
	public function testWhatNobodyAllowedIsNotAskedNeitherAtOnceNorByARedirect(string $url): void {
		$this->fails(UnreachableKind::ForeignHost, Request::get($url, self::HOSTS));
		$this->fails(UnreachableKind::ForeignHost, Request::get('https://contract.example/to?url=' . urlencode($url), self::HOSTS));
	}

	public function testALocalAddressIsNotAskedEvenWhenItIsAllowed(): void {
		foreach (['127.0.0.1', 'localhost', '10.0.0.1', '192.168.1.1', '169.254.169.254', '[::1]', '[fd00::1]', 'printer.local', 'intranet'] as $host) {
			$this->fails(UnreachableKind::ForeignHost, Request::get("https://$host/hello", [$host]));
		}
	}

	public function testRedirectsWithoutEndAreEnded(): void {
		$this->fails(UnreachableKind::Other, Request::get('https://contract.example/loop', self::HOSTS));
	}

	public function testAnAnswerThatEndsEarlyIsNone(): void {
		$this->fails(UnreachableKind::Cut, Request::get('https://contract.example/cut', self::HOSTS));
	}

	public function testWhereNobodyAnswersThereIsNoConnection(): void {
		$this->fails(UnreachableKind::NoConnection, Request::get('https://gone.below.example/hello', self::HOSTS));
	}

	private function fails(UnreachableKind $kind, Request $request): void {
		try {
			$this->http()->send($request);
			self::fail("it should have failed: $kind->value");
		} catch (Unreachable $e) {
			self::assertSame($kind, $e->kind, $e->getMessage());
		}
	}

	/**
	 * @param array<array-key, mixed> $said
	 * @return array<array-key, mixed>
	 */
	private static function headers(array $said): array {
		return is_array($said['headers']) ? $said['headers'] : [];
	}
}
