<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Http;

/** What is asked of a provider. */
final readonly class Request {
	/**
	 * @param string $url absolute, https, with the provider's real host
	 * @param list<string> $hosts that may be asked, this one and those of redirects: "www.googleapis.com", "*.dropboxusercontent.com"
	 * @param array<string, string> $headers by lower-case name
	 * @param ?int $seconds after which it is given up, whatever has come; null to wait as long as something comes
	 */
	public function __construct(
		public string $method,
		public string $url,
		public array $hosts,
		public array $headers = [],
		public ?string $body = null,
		public ?int $seconds = null,
	) {
	}

	/**
	 * @param list<string> $hosts
	 * @param array<string, string> $headers
	 */
	public static function get(string $url, array $hosts, array $headers = []): self {
		return new self('GET', $url, $hosts, $headers);
	}

	/**
	 * @param list<string> $hosts
	 * @param array<string, string> $fields
	 */
	public static function form(string $url, array $hosts, array $fields): self {
		return new self('POST', $url, $hosts, ['content-type' => 'application/x-www-form-urlencoded'], http_build_query($fields, '', '&', PHP_QUERY_RFC3986));
	}

	/**
	 * @param list<string> $hosts
	 * @param array<string, string> $headers
	 */
	public static function json(string $url, array $hosts, mixed $body, array $headers = []): self {
		return new self('POST', $url, $hosts, ['content-type' => 'application/json'] + $headers, json_encode($body, JSON_THROW_ON_ERROR));
	}

	public function with(string $header, string $value): self {
		return new self($this->method, $this->url, $this->hosts, [strtolower($header) => $value] + $this->headers, $this->body, $this->seconds);
	}

	public function within(int $seconds): self {
		return new self($this->method, $this->url, $this->hosts, $this->headers, $this->body, $seconds);
	}

	/**
	 * What a dump or the trace of an exception shows: no token, which may be in a header or in the body.
	 *
	 * @return array<string, mixed>
	 */
	public function __debugInfo(): array {
		return ['method' => $this->method, 'url' => $this->url, 'headers' => array_keys($this->headers), 'bytes' => strlen($this->body ?? '')];
	}
}
