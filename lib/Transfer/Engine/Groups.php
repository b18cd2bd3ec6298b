<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Engine;

/** What has come and waits to be written, by folder: together it is written faster, but nothing waits for long. */
final class Groups {
	private const ITEMS = 50;
	private const BYTES = 16_777_216;
	private const ALL_ITEMS = 200;
	private const ALL_BYTES = 25_165_824;
	/** Less than Budget has, so that nobody waits for company that may not come. */
	private const ALL_MEMORY = 6_291_456;
	private const SECONDS = 1;
	/** From there on a file takes so long that it gains nothing by company, and a kill would cost the more. */
	private const SMALL = 262_144;

	/** @var array<string, non-empty-list<Arrival>> by key of the folder */
	private array $groups = [];
	/** @var array<string, int> of what is not large, by folder */
	private array $bytes = [];
	/** @var array<string, int> the part of it that lies in memory */
	private array $memory = [];
	/** @var array<string, int> when the first one came */
	private array $since = [];

	/** @param bool $waits whether it is worth waiting for more of its folder */
	public function add(Arrival $arrival, int $now, bool $waits): void {
		$folder = $arrival->item->parentKey ?? '';
		$this->groups[$folder][] = $arrival;
		$size = Budget::isLarge($arrival->item) ? 0 : $arrival->content->size;
		$this->bytes[$folder] = ($this->bytes[$folder] ?? 0) + $size;
		$this->memory[$folder] = ($this->memory[$folder] ?? 0) + ($arrival->content->bytes === null ? 0 : $size);
		$this->since[$folder] = $waits && $arrival->content->size < self::SMALL ? $this->since[$folder] ?? $now : 0;
	}

	public function isEmpty(): bool {
		return $this->groups === [];
	}

	/**
	 * @param bool $hurry whether nothing else comes at the moment
	 * @return ?non-empty-list<Arrival> of one folder; null when it is better to wait for more
	 */
	public function next(int $now, bool $hurry): ?array {
		$items = array_sum(array_map(count(...), $this->groups));
		$isFull = $items >= self::ALL_ITEMS || array_sum($this->bytes) >= self::ALL_BYTES || array_sum($this->memory) >= self::ALL_MEMORY;
		foreach ($this->groups as $folder => $group) {
			if ($hurry || $isFull || count($group) >= self::ITEMS || $this->bytes[$folder] >= self::BYTES || $now - $this->since[$folder] > self::SECONDS) {
				unset($this->groups[$folder], $this->bytes[$folder], $this->memory[$folder], $this->since[$folder]);
				return $group;
			}
		}
		return null;
	}
}
