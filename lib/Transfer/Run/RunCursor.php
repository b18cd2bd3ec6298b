<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Run;

/** Where the phases of a run go on, and the few numbers that no row says. Kept with the run as JSON. */
final class RunCursor {
	/** Seconds over which the speed is taken. */
	private const SPEED_SECONDS = 60;

	/** @var ?string where the listing goes on */
	public ?string $page = null;
	/** Place of the next item of the listing. */
	public int $place = 1;
	/** How often the listing began anew. */
	public int $restarts = 0;
	/** How often in a row the provider, or the space, did not answer. */
	public int $faults = 0;
	/** How many slices in a row broke off. */
	public int $broken = 0;
	/** @var ?int items that the scan has found; null before its end */
	public ?int $items = null;
	/** Bytes of those, as far as the source knows. */
	public int $bytes = 0;
	/** @var ?int bytes to bring, as the plan says; null before */
	public ?int $needed = null;
	/** @var ?int room there was then; null when no limit is known */
	public ?int $free = null;
	/** @var ?int id of the folder that is filled */
	public ?int $root = null;
	/** Place up to which everything was found again. */
	public int $checked = 0;
	/** Whether something was missing and comes a second time. */
	public bool $missed = false;
	/** @var array<int, int> second to the bytes verified in it */
	public array $verified = [];

	/** @param array<array-key, mixed> $data */
	public static function of(array $data): self {
		$cursor = new self();
		foreach (['place', 'restarts', 'faults', 'broken', 'items', 'bytes', 'needed', 'free', 'root', 'checked'] as $name) {
			$value = $data[$name] ?? null;
			if (is_int($value)) {
				$cursor->$name = $value;
			}
		}
		$cursor->page = is_string($data['page'] ?? null) ? $data['page'] : null;
		$cursor->missed = ($data['missed'] ?? false) === true;
		foreach (is_array($data['verified'] ?? null) ? $data['verified'] : [] as $second => $bytes) {
			$cursor->verified[(int)$second] = is_int($bytes) ? $bytes : 0;
		}
		return $cursor;
	}

	/** @return array<array-key, mixed> */
	public function toArray(): array {
		return get_object_vars($this);
	}

	public function noteVerified(int $now, int $bytes): void {
		$this->broken = 0;
		$this->faults = 0;
		$this->verified[$now] = ($this->verified[$now] ?? 0) + $bytes;
		if (count($this->verified) > self::SPEED_SECONDS) {
			$this->verified = array_filter($this->verified, static fn (int $second): bool => $second > $now - self::SPEED_SECONDS, ARRAY_FILTER_USE_KEY);
		}
	}

	/** @return int bytes each second, over the last minute or since it began */
	public function speed(int $now): int {
		$recent = array_filter($this->verified, static fn (int $second): bool => $second > $now - self::SPEED_SECONDS, ARRAY_FILTER_USE_KEY);
		return $recent === [] ? 0 : intdiv(array_sum($recent), max(1, $now - min(array_keys($recent)) + 1));
	}
}
