<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Http\Support;

/** What a server answered. */
final readonly class Answer {
	/** @param array<string, list<string>> $headers names in lower case */
	public function __construct(
		public int $status,
		public array $headers,
		public string $body,
	) {
	}

	public static function parse(string $raw): self {
		[$head, $body] = explode("\r\n\r\n", $raw, 2) + ['', ''];
		$lines = explode("\r\n", $head);
		$status = (int)(explode(' ', $lines[0])[1] ?? 0);
		$headers = [];
		foreach (array_slice($lines, 1) as $line) {
			[$name, $value] = explode(':', $line, 2) + ['', ''];
			$headers[strtolower($name)][] = trim($value);
		}
		$isChunked = strtolower($headers['transfer-encoding'][0] ?? '') === 'chunked';
		return new self($status, $headers, $isChunked ? self::joined($body) : $body);
	}

	public function header(string $name): string {
		return implode(', ', $this->headers[$name] ?? []);
	}

	/** @return array<string, mixed> what is in the envelope of OCS; empty for null */
	public function data(): array {
		$body = json_decode($this->body, true);
		$ocs = is_array($body) ? ($body['ocs'] ?? null) : null;
		$data = is_array($ocs) && array_key_exists('data', $ocs) ? ($ocs['data'] ?? []) : null;
		/** @var array<string, mixed> */
		return is_array($data) ? $data : throw new \UnexpectedValueException("no OCS answer: $this->status $this->body");
	}

	private static function joined(string $chunks): string {
		$body = '';
		while (preg_match('/^([0-9a-f]+)[^\r]*\r\n/i', $chunks, $found) === 1 && hexdec($found[1]) > 0) {
			$start = strlen($found[0]);
			$length = (int)hexdec($found[1]);
			$body .= substr($chunks, $start, $length);
			$chunks = substr($chunks, $start + $length + 2);
		}
		return $body;
	}
}
