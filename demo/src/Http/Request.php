<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\Http;

use OCA\Compagnon\Demo\Account\Visitor;
use OCA\Compagnon\Demo\Files\Refused;
use OCP\IRequest;

/** The request of PHP's own server, as controllers see it. */
final class Request implements IRequest {
	/** @var array<array-key, mixed> */
	private array $parameters;
	private ?\JsonException $decodingError = null;

	/** @param array<string, string> $headers names in lower case */
	public function __construct(
		private readonly string $method,
		public readonly string $path,
		private readonly array $headers,
		public readonly string $body,
		public readonly string $id,
		private readonly Visitor $visitor,
	) {
		$this->parameters = $_GET;
		if (str_starts_with($this->getHeader('content-type'), 'application/json') && $body !== '') {
			$this->decode();
		} elseif ($method === 'POST') {
			$this->parameters = $_POST + $this->parameters;
		}
	}

	#[\Override]
	public function getHeader(string $name): string {
		return $this->headers[strtolower($name)] ?? '';
	}

	#[\Override]
	public function getParam(string $key, $default = null) {
		return $this->parameters[$key] ?? $default;
	}

	/** A parameter that has to be text; empty when it is missing or something else. */
	public function text(string $key): string {
		$value = $this->getParam($key);
		return is_string($value) ? $value : '';
	}

	/**
	 * A parameter that has to be one line with something in it.
	 *
	 * @throws Refused when it is empty, too long or holds what is invisible
	 */
	public function line(string $key): string {
		$line = trim($this->text($key));
		return match (true) {
			$line === '' => throw new Refused(400, 'error.nameEmpty', $key),
			mb_strlen($line) > 120 => throw new Refused(400, 'error.nameLong', $key),
			preg_match('/\p{Cc}/u', $line) !== 0 => throw new Refused(400, 'error.nameControl', $key),
			default => $line,
		};
	}

	/**
	 * A parameter that has to be a whole number; 0 when it is missing.
	 *
	 * @throws Refused when it is something else
	 */
	public function number(string $key): int {
		$value = $this->getParam($key, 0);
		return is_int($value) || (is_string($value) && ctype_digit($value) && strlen($value) < 19) ? (int)$value : throw new Refused(400, 'error.request', $key);
	}

	#[\Override]
	public function getParams(): array {
		return $this->parameters;
	}

	/** @return string path and query, as the browser asked for them */
	public function address(): string {
		$query = http_build_query($_GET);
		return $this->path . ($query === '' ? '' : "?$query");
	}

	/** @return string where to go on after a form; only an address of this server */
	public function localTarget(): string {
		$to = $this->text('to');
		return preg_match('#^/(?![/\\\\])[^\x00-\x20\\\\]*$#D', $to) === 1 ? $to : '/apps/files';
	}

	/** @param array<string, string> $parameters from the path */
	public function addPathParameters(array $parameters): void {
		$this->parameters = $parameters + $this->parameters;
	}

	#[\Override]
	public function getMethod(): string {
		return $this->method;
	}

	#[\Override]
	public function passesCSRFCheck(): bool {
		if ($this->getHeader('OCS-APIRequest') !== '') {
			return true;
		}
		$given = $this->getHeader('requesttoken') !== '' ? $this->getHeader('requesttoken') : $this->text('requesttoken');
		return $this->visitor->token !== '' && hash_equals($this->visitor->token, $given);
	}

	#[\Override]
	public function getId(): string {
		return $this->id;
	}

	#[\Override]
	public function throwDecodingExceptionIfAny(): void {
		if ($this->decodingError !== null) {
			throw $this->decodingError;
		}
	}

	private function decode(): void {
		try {
			$data = json_decode($this->body, true, flags: JSON_THROW_ON_ERROR);
		} catch (\JsonException $e) {
			$this->decodingError = $e;
			return;
		}
		if (is_array($data)) {
			$this->parameters = $data + $this->parameters;
		}
	}
}
