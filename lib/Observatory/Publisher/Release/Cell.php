<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Publisher\Release;

/**
 * One line of a table: one choice, or several that are counted together.
 *
 * @phpstan-type CellArray array{options: list<string>, text: array<string, string>, count: ?int, share: ?float, low: ?float, high: ?float}
 */
final readonly class Cell {
	/**
	 * @param list<string> $options ids
	 * @param array<string, string> $text words by language
	 * @param ?int $count rounded; null when it is not shown
	 * @param ?float $share of those who answered, 0 to 1
	 * @param ?float $low
	 * @param ?float $high of the interval
	 */
	public function __construct(
		public array $options,
		public array $text,
		public ?int $count = null,
		public ?float $share = null,
		public ?float $low = null,
		public ?float $high = null,
	) {
	}

	/** @return CellArray */
	public function toArray(): array {
		return ['options' => $this->options, 'text' => $this->text, 'count' => $this->count, 'share' => $this->share, 'low' => $this->low, 'high' => $this->high];
	}

	/** @throws Corrupt */
	public static function read(Fields $fields): self {
		return new self(
			$fields->texts('options'),
			$fields->words('text'),
			$fields->numberOrNull('count'),
			$fields->fractionOrNull('share'),
			$fields->fractionOrNull('low'),
			$fields->fractionOrNull('high'),
		);
	}
}
