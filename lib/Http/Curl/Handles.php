<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Http\Curl;

/** Curl's handles, set up for one request and used again for another. */
final class Handles {
	private const BUFFER_BYTES = 131_072;

	/** @var list<\CurlHandle> */
	private array $free = [];

	public function __construct(
		private readonly CurlSettings $settings,
		private readonly bool $unpack,
	) {
	}

	public function take(Exchange $exchange, Route $route, Pace $pace): \CurlHandle {
		$handle = array_pop($this->free) ?? curl_init();
		if ($handle === false) {
			throw new \RuntimeException('curl has no handle left');
		}
		curl_setopt_array($handle, $this->line($route) + $this->asked($exchange) + [
			CURLOPT_HEADERFUNCTION => static function (\CurlHandle $handle, string $line) use ($exchange): int {
				$exchange->head($line);
				return strlen($line);
			},
			CURLOPT_WRITEFUNCTION => static function (\CurlHandle $handle, string $bytes) use ($exchange, $pace): int {
				if ($pace->ahead() > 0) {
					// Curl keeps the bytes and comes again when it is told to.
					$exchange->paused = true;
					return CURL_WRITEFUNC_PAUSE;
				}
				$pace->received(strlen($bytes));
				return $exchange->take($bytes) ? strlen($bytes) : -1;
			},
		]);
		return $handle;
	}

	public function give(\CurlHandle $handle): void {
		curl_reset($handle);
		$this->free[] = $handle;
	}

	/** @return array<int, mixed> */
	private function line(Route $route): array {
		return [
			CURLOPT_URL => $route->url,
			CURLOPT_PROTOCOLS => CURLPROTO_HTTP | CURLPROTO_HTTPS,
			CURLOPT_HTTP_VERSION => CURL_HTTP_VERSION_1_1,
			CURLOPT_FOLLOWLOCATION => false,
			CURLOPT_CONNECTTIMEOUT => $this->settings->connectSeconds,
			CURLOPT_LOW_SPEED_LIMIT => 1,
			CURLOPT_LOW_SPEED_TIME => $this->settings->stallSeconds,
			CURLOPT_BUFFERSIZE => self::BUFFER_BYTES,
			CURLOPT_NOSIGNAL => true,
			CURLOPT_PROXY => $route->direct ? '' : $this->settings->proxy,
		] + ($route->direct || $this->settings->proxyLogin === '' ? [] : [CURLOPT_PROXYUSERPWD => $this->settings->proxyLogin])
			+ ($route->pinned === null ? [] : [CURLOPT_RESOLVE => [$route->pinned]])
			+ ($this->settings->certificates === null ? [] : [CURLOPT_CAINFO => $this->settings->certificates])
			+ ($this->unpack ? [CURLOPT_ENCODING => ''] : []);
	}

	/** @return array<int, mixed> */
	private function asked(Exchange $exchange): array {
		$request = $exchange->request;
		$headers = ['expect:'];
		foreach ($request->headers + ['user-agent' => 'Compagnon'] as $name => $value) {
			$headers[] = strtr("$name: $value", ["\r" => '', "\n" => '']);
		}
		$body = $request->body ?? ($request->method === 'POST' ? '' : null);
		return [CURLOPT_CUSTOMREQUEST => $request->method, CURLOPT_HTTPHEADER => $headers]
			+ ($body === null ? [] : [CURLOPT_POSTFIELDS => $body])
			+ ($request->seconds === null ? [] : [CURLOPT_TIMEOUT => max(1, $request->seconds)])
			+ ($request->method === 'HEAD' ? [CURLOPT_NOBODY => true] : []);
	}
}
