<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Transfer\Oauth;

use OCA\Compagnon\Http\Request;
use OCA\Compagnon\Http\Unreachable;
use OCA\Compagnon\Http\UnreachableKind;
use OCA\Compagnon\Transfer\Fault\Fault;
use OCA\Compagnon\Transfer\Oauth\Client;
use OCA\Compagnon\Transfer\Oauth\Consent;
use OCA\Compagnon\Transfer\Oauth\Token;
use OCA\Compagnon\Transfer\Oauth\Tokens;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** Whatever is dumped, logged or thrown: no token, no code and no secret is in it. */
#[CoversClass(Client::class)]
#[CoversClass(Consent::class)]
#[CoversClass(Token::class)]
#[CoversClass(Tokens::class)]
final class NoTokenLeaksTest extends TestCase {
	private const SECRETS = ['access-1', 'refresh-1', 'code-1', OauthWorld::SECRET, 'state-1', 'verifier-1'];

	private string $ignoresArguments = '';

	#[\Override]
	protected function setUp(): void {
		// As on a server for development: traces with all their arguments.
		$this->ignoresArguments = (string)ini_set('zend.exception_ignore_args', '0');
	}

	#[\Override]
	protected function tearDown(): void {
		ini_set('zend.exception_ignore_args', $this->ignoresArguments);
	}

	/** @return iterable<string, array{object}> */
	public static function values(): iterable {
		$world = new OauthWorld();
		$access = $world->connected();
		yield 'client' => [new Client('id', OauthWorld::SECRET)];
		yield 'consent' => [new Consent('id', 'lou', 'google', 'state-1', 'verifier-1', 1)];
		yield 'tokens' => [new Tokens('access-1', 'refresh-1', 1, [])];
		yield 'token' => [$world->accessTokens()->of($access)];
		yield 'what is held' => [$world->held($access)];
		yield 'connection' => [$world->list('lou')[0]];
		$tokens = $world->accessTokens();
		$tokens->of($access);
		yield 'what a process remembers' => [(object)(array)$tokens];
		yield 'request with a token' => [Request::form('https://a.example', ['a.example'], ['token' => 'refresh-1'])->with('authorization', 'Bearer access-1')];
	}

	#[DataProvider('values')]
	public function testAValueShowsNone(object $value): void {
		ob_start();
		var_dump($value);
		$dumped = (string)ob_get_clean() . print_r($value, true) . ($value instanceof Request ? '' : var_export($value, true) . json_encode($value));

		foreach (self::SECRETS as $secret) {
			self::assertStringNotContainsString($secret, $dumped);
		}
	}

	public function testAnExceptionShowsNone(): void {
		$world = new OauthWorld();
		$begun = $world->begin();
		$access = $world->connected('google', 10);
		$world->http->script = static fn (): Unreachable => new Unreachable(UnreachableKind::NoConnection, 'no');
		$dumped = '';
		foreach ([static fn (): string => $world->complete($begun['state']), static fn (): Token => $world->accessTokens()->of($access), static fn (): bool => $world->remove('lou', (string)$access->connection)] as $do) {
			try {
				$do();
			} catch (Fault $e) {
				$dumped .= $e . self::traces($e);
			}
		}

		self::assertNotSame('', $dumped);
		foreach ([...self::SECRETS, $begun['state']] as $secret) {
			self::assertStringNotContainsString($secret, $dumped . print_r($world->log, true));
		}
	}

	/** What a log would write of the arguments, up to where the test itself begins. */
	private static function traces(\Throwable $e): string {
		$written = '';
		foreach ($e->getTrace() as $frame) {
			if (str_contains($frame['class'] ?? '', '\\Tests\\')) {
				break;
			}
			$written .= print_r($frame['args'] ?? [], true);
		}
		return $written . ($e->getPrevious() === null ? '' : self::traces($e->getPrevious()));
	}
}
