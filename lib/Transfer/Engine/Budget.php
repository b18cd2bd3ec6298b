<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Engine;

use OCA\Compagnon\Transfer\Item\Item;

/** What is under way, from its beginning until it is written: where the writer is the slower one, nothing piles up before it. */
final class Budget {
	/** Bytes that a kill would take. */
	private const MEMORY = 8_388_608;
	/** Bytes of all that is not large, wherever it lies. */
	private const BYTES = 33_554_432;
	private const LARGE = 4_194_304;
	private const LARGE_AT_ONCE = 4;

	/** @var array<string, array{int, int}> in memory and in all, by key of the item */
	private array $held = [];
	/** @var array<string, true> keys of large ones that are coming */
	private array $large = [];
	private int $memory = 0;
	private int $bytes = 0;

	public function __construct(
		private readonly Sizes $sizes,
	) {
	}

	/** Whether it takes long to come. */
	public static function isLarge(Item $item): bool {
		return (int)$item->size > self::LARGE;
	}

	public function allows(Item $item): bool {
		[$memory, $bytes] = $this->of($item);
		return $this->memory + $memory <= self::MEMORY
			&& $this->bytes + $bytes <= self::BYTES
			&& (!self::isLarge($item) || count($this->large) < self::LARGE_AT_ONCE);
	}

	public function take(Item $item): void {
		$this->give($item->key);
		$this->held[$item->key] = [$memory, $bytes] = $this->of($item);
		$this->memory += $memory;
		$this->bytes += $bytes;
		if (self::isLarge($item)) {
			$this->large[$item->key] = true;
		}
	}

	/** It is here, and waits to be written. */
	public function arrive(string $key): void {
		unset($this->large[$key]);
	}

	/** It is written, or does not come this time. */
	public function give(string $key): void {
		[$memory, $bytes] = $this->held[$key] ?? [0, 0];
		$this->memory -= $memory;
		$this->bytes -= $bytes;
		unset($this->held[$key], $this->large[$key]);
	}

	/** @return array{int, int} bytes in memory and in all */
	private function of(Item $item): array {
		if (self::isLarge($item)) {
			return [0, 0];
		}
		// Of unknown size it begins in memory and goes on in staging.
		$memory = min($item->size ?? $this->sizes->memory, $this->sizes->memory);
		return [(int)$item->size > $this->sizes->memory ? 0 : $memory, $item->size ?? self::LARGE];
	}
}
