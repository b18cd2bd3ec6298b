<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Publisher\Release;

/** Reads a release that was stored, and trusts nothing in it. */
final readonly class Fields {
	/** @param array<array-key, mixed> $values */
	public function __construct(
		private array $values,
	) {
	}

	/** @throws Corrupt */
	public static function ofText(string $json): self {
		$values = json_decode($json, true);
		return is_array($values) ? new self($values) : throw new Corrupt('it is no JSON');
	}

	/** @throws Corrupt */
	public function text(string $name): string {
		$value = $this->values[$name] ?? null;
		return is_string($value) ? $value : throw new Corrupt("$name is no text");
	}

	/** @throws Corrupt */
	public function textOrNull(string $name): ?string {
		return ($this->values[$name] ?? null) === null ? null : $this->text($name);
	}

	/** @throws Corrupt */
	public function number(string $name): int {
		$value = $this->values[$name] ?? null;
		return is_int($value) ? $value : throw new Corrupt("$name is no whole number");
	}

	/** @throws Corrupt */
	public function numberOrNull(string $name): ?int {
		return ($this->values[$name] ?? null) === null ? null : $this->number($name);
	}

	/** @throws Corrupt */
	public function fractionOrNull(string $name): ?float {
		$value = $this->values[$name] ?? null;
		return match (true) {
			$value === null => null,
			is_int($value), is_float($value) => (float)$value,
			default => throw new Corrupt("$name is no number"),
		};
	}

	/**
	 * @return array<string, string> words by language
	 * @throws Corrupt
	 */
	public function words(string $name): array {
		$words = [];
		foreach ($this->list($name) as $language => $text) {
			$words[(string)$language] = is_string($text) ? $text : throw new Corrupt("$name has words that are no text");
		}
		return $words;
	}

	/**
	 * @return list<string>
	 * @throws Corrupt
	 */
	public function texts(string $name): array {
		return array_values($this->words($name));
	}

	/**
	 * @return list<self>
	 * @throws Corrupt
	 */
	public function parts(string $name): array {
		return array_map(
			static fn (mixed $part): self => is_array($part) ? new self($part) : throw new Corrupt("$name has a part that is none"),
			array_values($this->list($name)),
		);
	}

	/** @throws Corrupt */
	public function partOrNull(string $name): ?self {
		return ($this->values[$name] ?? null) === null ? null : new self($this->list($name));
	}

	/**
	 * @return array<array-key, mixed>
	 * @throws Corrupt
	 */
	private function list(string $name): array {
		$value = $this->values[$name] ?? null;
		return is_array($value) ? $value : throw new Corrupt("$name is missing");
	}
}
