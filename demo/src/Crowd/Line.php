<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\Crowd;

use OCA\Compagnon\Http\Curl\CurlHttp;
use OCA\Compagnon\Http\Curl\CurlSettings;
use OCA\Compagnon\Http\Curl\MemorySink;
use OCA\Compagnon\Http\Ended;
use OCA\Compagnon\Http\EndpointMap;
use OCA\Compagnon\Http\Request;
use OCA\Compagnon\Port\Endpoints;

/** Asks an observatory, several requests at a time, with the client that spaces have. */
final readonly class Line implements Endpoints {
	private const API = '/ocs/v2.php/apps/compagnon/api/v1/observatory/';
	private const HEADERS = ['ocs-apirequest' => 'true', 'accept' => 'application/json'];
	private const AT_ONCE = 6;

	private EndpointMap $map;
	private CurlHttp $http;
	private string $host;

	/**
	 * @param string $address https://… of the observatory
	 * @param string $url where it really listens
	 */
	public function __construct(
		public string $address,
		string $url,
	) {
		$this->host = (string)parse_url($address, PHP_URL_HOST);
		$this->map = new EndpointMap([$this->host => $url]);
		$this->http = new CurlHttp($this, new CurlSettings());
	}

	#[\Override]
	public function inPlaceOf(string $host): ?string {
		return $this->map->inPlaceOf($host);
	}

	/** @return array<array-key, mixed> data of the answer */
	public function get(string $path): array {
		$answer = $this->http->send(Request::get("https://$this->host" . self::API . $path, [$this->host], self::HEADERS));
		return $answer->ok() ? self::data($answer->body) : throw new \RuntimeException("$path answered $answer->status: $answer->body");
	}

	/**
	 * @param array<int, \Closure(): array<string, mixed>> $bodies made when they are sent: messages are signed with their time
	 * @return array<int, array<array-key, mixed>> data of the answer to each
	 */
	public function post(string $path, array $bodies): array {
		$pool = $this->http->pool();
		$sinks = [];
		$answers = [];
		while ($bodies !== [] || $pool->running() > 0) {
			while ($bodies !== [] && $pool->running() < self::AT_ONCE) {
				$key = array_key_first($bodies);
				$sinks[$key] = new MemorySink();
				$pool->start((string)$key, Request::json("https://$this->host" . self::API . $path, [$this->host], $bodies[$key](), self::HEADERS), $sinks[$key]);
				unset($bodies[$key]);
			}
			foreach ($pool->wait(1.0) as $ended) {
				$answers[(int)$ended->key] = $this->taken($path, $ended, $sinks[(int)$ended->key]->bytes);
				unset($sinks[(int)$ended->key]);
			}
		}
		return $answers;
	}

	/** @return array<array-key, mixed> */
	private function taken(string $path, Ended $ended, string $body): array {
		if ($ended->answer === null || !$ended->answer->ok()) {
			throw new \RuntimeException("$path answered " . ($ended->answer === null ? 'nothing' : "{$ended->answer->status}: {$ended->answer->body}"), 0, $ended->fault);
		}
		return self::data($body);
	}

	/** @return array<array-key, mixed> */
	private static function data(string $body): array {
		$read = json_decode($body, true);
		$ocs = is_array($read) ? $read['ocs'] ?? null : null;
		$data = is_array($ocs) ? $ocs['data'] ?? null : null;
		return is_array($data) ? $data : throw new \RuntimeException('This is no answer of an observatory.');
	}
}
