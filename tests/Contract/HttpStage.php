<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

/**
 * The provider that the contract of Http asks, as PHP's own server runs it or as a script of the fake. Paths: /hello,
 * /echo, /status/N, /to?url=…, /loop, /cut, /slow?ms=…, /large?bytes=…, /stall.
 */
final class HttpStage {
	/**
	 * @param array<string, string> $headers by lower-case name
	 * @return array{status: int, headers: array<string, string>, body: string, cut: bool}
	 */
	public static function answer(string $method, string $url, array $headers, string $body): array {
		$path = (string)parse_url($url, PHP_URL_PATH);
		parse_str((string)parse_url($url, PHP_URL_QUERY), $query);
		$text = static fn (string $name): string => is_string($query[$name] ?? null) ? $query[$name] : '';
		return match (true) {
			$path === '/hello' => self::say(200, 'hello', ['X-Named' => 'Value: with a colon']),
			$path === '/echo' => self::say(200, json_encode(['method' => $method, 'path' => $path, 'query' => $query, 'body' => $body, 'headers' => $headers], JSON_THROW_ON_ERROR), ['Content-Type' => 'application/json']),
			$path === '/none' => self::say(204, ''),
			str_starts_with($path, '/status/') => self::say((int)substr($path, 8), str_repeat('no ', 60_000), ['Retry-After' => '7']),
			$path === '/to' => self::say((int)($text('status') === '' ? 302 : $text('status')), 'elsewhere', ['Location' => $text('url')]),
			$path === '/loop' => self::say(302, '', ['Location' => 'https://contract.example/loop']),
			$path === '/cut' => self::say(200, str_repeat('x', 20_000), ['Content-Length' => '50000'], true),
			$path === '/large' => self::say(200, str_repeat('0123456789', intdiv((int)$text('bytes'), 10))),
			default => self::say(404, 'nothing here'),
		};
	}

	/**
	 * @param array<string, string> $headers
	 * @return array{status: int, headers: array<string, string>, body: string, cut: bool}
	 */
	private static function say(int $status, string $body, array $headers = [], bool $cut = false): array {
		return ['status' => $status, 'headers' => $headers + ['Content-Length' => (string)strlen($body)], 'body' => $body, 'cut' => $cut];
	}
}
