<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Source;

/** What a provider answered, read with care: whatever is missing or of another kind is null or empty. */
final readonly class Fields {
	/** @param array<array-key, mixed> $data */
	public function __construct(
		public array $data,
	) {
	}

	public function text(string $key): ?string {
		$value = $this->data[$key] ?? null;
		return is_string($value) && $value !== '' ? $value : null;
	}

	/** A number, also one written in decimal digits. */
	public function number(string $key): ?int {
		$value = $this->data[$key] ?? null;
		return is_int($value) || (is_string($value) && ctype_digit($value)) ? (int)$value : null;
	}

	/** @param bool $default when nothing is said */
	public function flag(string $key, bool $default = false): bool {
		$value = $this->data[$key] ?? null;
		return is_bool($value) ? $value : $default;
	}

	/** UTC seconds of a date in ISO 8601. */
	public function time(string $key): ?int {
		$time = strtotime($this->text($key) ?? '');
		return $time === false ? null : $time;
	}

	/** What lies below; empty when nothing does. */
	public function in(string $key): self {
		$value = $this->data[$key] ?? null;
		return new self(is_array($value) ? $value : []);
	}

	public function has(string $key): bool {
		return isset($this->data[$key]);
	}

	/** @return list<self> */
	public function all(string $key): array {
		return array_map(static fn (array $one): self => new self($one), array_values(array_filter($this->in($key)->data, is_array(...))));
	}

	/** @return list<string> */
	public function texts(string $key): array {
		return array_values(array_filter($this->in($key)->data, is_string(...)));
	}
}
