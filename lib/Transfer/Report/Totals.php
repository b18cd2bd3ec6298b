<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Report;

use OCA\Compagnon\Transfer\Item\ItemCounts;
use OCA\Compagnon\Transfer\Item\ItemState;

/**
 * The numbers of a run: all that is left of a report once its rows are erased.
 *
 * @phpstan-type ReasonOf array{state: string, code: string, items: int, bytes: int}
 */
final readonly class Totals {
	/**
	 * @param list<ReasonOf> $reasons
	 * @param bool $complete whether all that the scan has found is still in the numbers
	 * @param ?int $file id of the report in the person's files
	 * @param ?string $etag of that report when it was stored
	 */
	public function __construct(
		public ItemCounts $counts,
		public int $renamed,
		public array $reasons,
		public bool $complete = true,
		public ?int $file = null,
		public ?string $etag = null,
	) {
	}

	/** Whether everything that was found has come to an end that is told, in items and in bytes. */
	public function holds(): bool {
		$ends = array_filter(ItemState::cases(), static fn (ItemState $state): bool => $state->isEnd());
		return $this->complete && $this->counts->items(...$ends) === $this->counts->allItems() && $this->counts->bytes(...$ends) === $this->counts->allBytes();
	}

	/** @param array<array-key, mixed> $data as the end of a run has kept it; what is missing counts as nothing */
	public static function fromArray(array $data): self {
		$states = [];
		foreach (self::rows($data['states'] ?? null) as $state => $row) {
			$states[(string)$state] = ['items' => self::number($row, 'items'), 'bytes' => self::number($row, 'bytes'), 'declared' => self::number($row, 'declared')];
		}
		$reasons = [];
		foreach (self::rows($data['reasons'] ?? null) as $row) {
			$reasons[] = ['state' => self::text($row, 'state') ?? '', 'code' => self::text($row, 'code') ?? '', 'items' => self::number($row, 'items'), 'bytes' => self::number($row, 'bytes')];
		}
		$file = $data['file'] ?? null;
		return new self(new ItemCounts($states), self::number($data, 'renamed'), $reasons, ($data['complete'] ?? true) === true, is_int($file) ? $file : null, self::text($data, 'etag'));
	}

	/** @return array<array-key, array<array-key, mixed>> */
	private static function rows(mixed $value): array {
		return array_filter(is_array($value) ? $value : [], is_array(...));
	}

	/** @param array<array-key, mixed> $row */
	private static function number(array $row, string $name): int {
		$value = $row[$name] ?? 0;
		return is_int($value) ? $value : 0;
	}

	/** @param array<array-key, mixed> $row */
	private static function text(array $row, string $name): ?string {
		$value = $row[$name] ?? null;
		return is_string($value) ? $value : null;
	}
}
