<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Http;

/** What a provider answered. */
final readonly class Answer {
	/**
	 * @param array<string, string> $headers by lower-case name
	 * @param string $body of a download only what an error says, 64 KiB at most
	 */
	public function __construct(
		public int $status,
		public array $headers,
		public string $body,
	) {
	}

	public function ok(): bool {
		return $this->status >= 200 && $this->status < 300;
	}

	public function header(string $name): ?string {
		return $this->headers[strtolower($name)] ?? null;
	}

	/** @return array<array-key, mixed> empty when it is no JSON object or list */
	public function json(): array {
		$data = json_decode($this->body, true);
		return is_array($data) ? $data : [];
	}

	/** @return ?int seconds to wait that the provider asks for, by number or date */
	public function retryAfter(int $now): ?int {
		$value = trim($this->header('retry-after') ?? '');
		if ($value === '') {
			return null;
		}
		$at = ctype_digit($value) ? $now + (int)min($value, 86_400) : strtotime($value);
		return $at === false ? null : max(0, min($at - $now, 86_400));
	}
}
