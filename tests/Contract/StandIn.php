<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

/** The stand-ins for the providers, on a free port, for as long as this lives. */
final class StandIn {
	private const BUILT = __DIR__ . '/../../demo/providers/build/providers.mjs';
	private const HOSTS = ['accounts.google.com', 'oauth2.googleapis.com', 'www.googleapis.com', 'docs.google.com', 'www.dropbox.com', 'api.dropboxapi.com', 'content.dropboxapi.com'];

	public readonly string $url;
	/** @var resource */
	private $process;

	public function __construct() {
		if (!is_file(self::BUILT)) {
			throw new \RuntimeException('The stand-ins are not built: npm run build:providers');
		}
		$process = proc_open(
			['node', self::BUILT, '--port', '0', '--redirect', 'https://space.example/apps/compagnon/transfer/callback'],
			[['file', '/dev/null', 'r'], ['pipe', 'w'], ['file', '/dev/null', 'w']],
			$pipes,
		);
		$this->process = $process === false ? throw new \RuntimeException('node does not start') : $process;
		$ready = (string)fgets($pipes[1]);
		$this->url = preg_match('~ready: (http://\S+)~', $ready, $found) === 1 ? $found[1] : throw new \RuntimeException("the stand-ins do not start: $ready");
	}

	public function __destruct() {
		proc_terminate($this->process);
		proc_close($this->process);
	}

	/** @return array<string, string> where each host is asked instead */
	public function endpoints(): array {
		return array_combine(self::HOSTS, array_map(fn (string $host): string => "$this->url/$host", self::HOSTS));
	}

	/**
	 * @param ?array<array-key, mixed> $body null to ask
	 * @return array<array-key, mixed>
	 */
	public function control(string $path, ?array $body = null): array {
		$answer = $this->raw("control/$path", $body === null ? 'GET' : 'POST', ['Content-Type: application/json'], $body === null ? '' : json_encode($body, JSON_THROW_ON_ERROR));
		$data = json_decode($answer, true, flags: JSON_THROW_ON_ERROR);
		return is_array($data) ? $data : [];
	}

	/**
	 * Past everything that is being tested.
	 *
	 * @param list<string> $headers
	 */
	public function raw(string $path, string $method, array $headers, string $body = ''): string {
		$context = stream_context_create(['http' => ['method' => $method, 'header' => $headers, 'content' => $body]]);
		$answer = file_get_contents("$this->url/$path", false, $context);
		return $answer === false ? throw new \RuntimeException("$path is not answered") : $answer;
	}

	/**
	 * What a person does on the page of consent.
	 *
	 * @param string $url as the page itself
	 * @param list<string> $scopes boxes that stay ticked
	 * @return array<string, string> with which the browser is sent back
	 */
	public function consent(string $url, array $scopes, string $answer = 'allow'): array {
		$body = implode('&', ["answer=$answer", ...array_map(static fn (string $scope): string => 'scope=' . rawurlencode($scope), $scopes)]);
		$context = stream_context_create(['http' => ['method' => 'POST', 'header' => ['Content-Type: application/x-www-form-urlencoded'], 'content' => $body, 'follow_location' => 0, 'ignore_errors' => true]]);
		file_get_contents($url, false, $context);
		$location = implode('', preg_grep('/^location:/i', $http_response_header) ?: []);
		parse_str((string)parse_url(trim(substr($location, strlen('location:'))), PHP_URL_QUERY), $parameters);
		return array_map(static fn (mixed $value): string => is_string($value) ? $value : '', $parameters);
	}
}
