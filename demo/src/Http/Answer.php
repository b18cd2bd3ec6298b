<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\Http;

/** What goes back to the browser. */
final readonly class Answer {
	/**
	 * @param array<string, string> $headers
	 * @param string $policy what is allowed beside the policy of every page
	 */
	public function __construct(
		public int $status,
		public string $body = '',
		public array $headers = [],
		public ?string $file = null,
		public string $policy = '',
	) {
	}

	public static function json(mixed $data, int $status = 200): self {
		return new self(
			$status,
			json_encode($data, JSON_HEX_TAG | JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE | JSON_INVALID_UTF8_SUBSTITUTE),
			['Content-Type' => 'application/json; charset=utf-8'],
		);
	}

	public static function page(string $html, int $status = 200, string $policy = ''): self {
		return new self($status, $html, ['Content-Type' => 'text/html; charset=utf-8'], policy: $policy);
	}

	/** @param array<string, string> $headers */
	public static function redirect(string $to, array $headers = []): self {
		return new self(303, '', ['Location' => $to] + $headers);
	}

	/** @param array<string, string> $headers */
	public static function file(string $path, string $type, array $headers = []): self {
		return new self(200, '', ['Content-Type' => $type, 'Content-Length' => (string)filesize($path)] + $headers, $path);
	}

	/** @param array<string, string> $common headers for every answer */
	public function send(array $common): void {
		http_response_code($this->status);
		foreach ($this->headers + $common as $name => $value) {
			header("$name: $value");
		}
		if ($this->file !== null) {
			readfile($this->file);
		} else {
			echo $this->body;
		}
	}
}
