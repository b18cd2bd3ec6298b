<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Http\Curl;

use OCA\Compagnon\Http\Answer;
use OCA\Compagnon\Http\Request;
use OCA\Compagnon\Http\Sink;

/** One request that is under way, over its redirects. */
final class Exchange {
	private const ERROR_BYTES = 65_536;
	private const MOST_REDIRECTS = 5;

	public int $redirects = 0;
	/** Somebody ended it early. */
	public bool $stopped = false;
	/** The sink did not take it. */
	public bool $refused = false;
	/** More has come than may come, and waits. */
	public bool $paused = false;
	private int $status = 0;
	/** @var array<string, string> */
	private array $headers = [];
	private string $body = '';
	private bool $begun = false;

	public function __construct(
		public readonly string $key,
		public Request $request,
		private readonly Sink $sink,
	) {
	}

	/** Takes one line of the head; a second status line begins another head. */
	public function head(string $line): void {
		if (preg_match('#^HTTP/\S+ (\d{3})#', $line, $found) === 1) {
			$this->status = (int)$found[1];
			$this->headers = [];
		} elseif (str_contains($line, ':')) {
			[$name, $value] = explode(':', $line, 2);
			$this->headers[strtolower(trim($name))] = trim($value);
		}
	}

	/** @return bool whether it was taken */
	public function take(string $bytes): bool {
		if ($this->stopped) {
			return false;
		}
		if ($this->answer()->ok()) {
			return $this->begin() && ($this->refused = !$this->sink->write($bytes)) === false;
		}
		$this->body .= substr($bytes, 0, self::ERROR_BYTES - strlen($this->body));
		return true;
	}

	/** @return bool whether an answer without a body is taken as well */
	public function finish(): bool {
		return !$this->answer()->ok() || $this->begin();
	}

	public function answer(): Answer {
		return new Answer($this->status, $this->headers, $this->body);
	}

	/** @return ?Request what is asked next, after a redirect; null when there is none, or no more are followed */
	public function next(): ?Request {
		$location = $this->headers['location'] ?? '';
		if ($location === '' || !in_array($this->status, [301, 302, 303, 307, 308], true) || $this->redirects >= self::MOST_REDIRECTS) {
			return null;
		}
		$url = self::absolute($location, $this->request->url);
		$headers = $this->request->headers;
		if (self::host($url) !== self::host($this->request->url)) {
			unset($headers['authorization'], $headers['cookie']);
		}
		if (in_array($this->status, [307, 308], true) || in_array($this->request->method, ['GET', 'HEAD'], true)) {
			return new Request($this->request->method, $url, $this->request->hosts, $headers, $this->request->body, $this->request->seconds);
		}
		unset($headers['content-type']);
		return new Request('GET', $url, $this->request->hosts, $headers, seconds: $this->request->seconds);
	}

	public function redirect(Request $next): void {
		$this->request = $next;
		$this->redirects++;
		$this->status = 0;
		$this->headers = [];
		$this->body = '';
	}

	/** @return bool whether it still leads elsewhere, after as many redirects as are followed */
	public function isLost(): bool {
		return $this->redirects >= self::MOST_REDIRECTS && isset($this->headers['location']) && in_array($this->status, [301, 302, 303, 307, 308], true);
	}

	private function begin(): bool {
		if (!$this->begun) {
			$this->begun = true;
			$this->refused = !$this->sink->begin($this->answer());
		}
		return !$this->refused;
	}

	private static function host(string $url): string {
		return strtolower((string)parse_url($url, PHP_URL_HOST));
	}

	private static function absolute(string $location, string $from): string {
		if (preg_match('#^[a-z][a-z0-9+.-]*:#i', $location) === 1) {
			return $location;
		}
		$path = (string)parse_url($from, PHP_URL_PATH);
		return match (true) {
			str_starts_with($location, '//') => 'https:' . $location,
			str_starts_with($location, '/') => 'https://' . self::host($from) . $location,
			default => 'https://' . self::host($from) . substr($path, 0, (int)strrpos("/$path", '/')) . '/' . $location,
		};
	}
}
