<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Http\Support;

/** Talks to the server as a browser does: keeps cookies, knows its request token. Needs no extension of PHP. */
final class Browser {
	public string $token = '';
	/** @var array<string, string> */
	private array $cookies = [];

	public function __construct(
		private readonly string $url,
	) {
	}

	/** @throws \UnexpectedValueException when name or password were refused */
	public function logIn(string $id, string $password): void {
		$this->token = $this->tokenOf($this->send('GET', '/index.php/login'));
		$answer = $this->send('POST', '/index.php/login', [
			'Content-Type' => 'application/x-www-form-urlencoded',
			'Origin' => $this->url,
		], http_build_query(['user' => $id, 'password' => $password, 'requesttoken' => $this->token]));
		if ($answer->status !== 303 || str_contains($answer->header('location'), 'login')) {
			throw new \UnexpectedValueException("$id could not log in: $answer->status {$answer->header('location')}");
		}
		$token = json_decode($this->send('GET', '/index.php/csrftoken')->body, true);
		$this->token = is_array($token) && is_string($token['token'] ?? null) ? $token['token'] : throw new \UnexpectedValueException('no request token');
	}

	/**
	 * @param array<string, string> $headers
	 */
	public function send(string $method, string $path, array $headers = [], string $body = ''): Answer {
		return $this->receive($this->begin($method, $path, $headers, $body));
	}

	/**
	 * The same request from several tabs at once.
	 *
	 * @param array<string, string> $headers
	 * @return list<Answer>
	 */
	public function sendAtOnce(int $times, string $method, string $path, array $headers = [], string $body = ''): array {
		$connections = [];
		for ($i = 0; $i < $times; $i++) {
			$connections[] = $this->begin($method, $path, $headers, $body);
		}
		return array_map($this->receive(...), $connections);
	}

	/**
	 * @param array<string, string> $headers
	 * @return resource
	 */
	private function begin(string $method, string $path, array $headers, string $body) {
		$authority = (string)parse_url($this->url, PHP_URL_HOST) . ':' . (string)parse_url($this->url, PHP_URL_PORT);
		$connection = stream_socket_client("tcp://$authority", $code, $message, 10);
		if ($connection === false) {
			throw new \RuntimeException("Nothing answers at $this->url: $message");
		}
		stream_set_timeout($connection, 60);
		$lines = ["$method $path HTTP/1.1"];
		foreach ($headers + $this->ownHeaders($authority, $body) as $name => $value) {
			$lines[] = "$name: $value";
		}
		fwrite($connection, implode("\r\n", $lines) . "\r\n\r\n" . $body);
		return $connection;
	}

	/** @return array<string, string> */
	private function ownHeaders(string $authority, string $body): array {
		$pairs = array_map(static fn (string $name, string $value): string => "$name=$value", array_keys($this->cookies), $this->cookies);
		$headers = ['Host' => $authority, 'Connection' => 'close', 'Accept' => 'application/json', 'User-Agent' => 'Compagnon tests'];
		return $headers
			+ ($pairs === [] ? [] : ['Cookie' => implode('; ', $pairs)])
			+ ($body === '' ? [] : ['Content-Length' => (string)strlen($body)]);
	}

	/** @param resource $connection */
	private function receive($connection): Answer {
		$answer = Answer::parse((string)stream_get_contents($connection));
		fclose($connection);
		foreach ($answer->headers['set-cookie'] ?? [] as $cookie) {
			[$name, $value] = explode('=', explode(';', $cookie)[0], 2) + ['', ''];
			$this->cookies[$name] = $value;
		}
		return $answer;
	}

	private function tokenOf(Answer $page): string {
		return preg_match('/data-requesttoken="([^"]+)"/', $page->body, $found) === 1
			? html_entity_decode($found[1])
			: throw new \UnexpectedValueException("the login page has no request token: $page->status");
	}
}
