<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Publisher\Release;

/**
 * One number about a whole table, with what is certain about it.
 *
 * @phpstan-type FigureArray array{value: int, low: int, high: int, error: ?int}
 */
final readonly class Figure {
	/**
	 * @param int $value a score of 0 to 100, or a difference in points, −100 to 100
	 * @param ?int $error standard error, in the same points
	 */
	public function __construct(
		public int $value,
		public int $low,
		public int $high,
		public ?int $error = null,
	) {
	}

	/** @return FigureArray */
	public function toArray(): array {
		return ['value' => $this->value, 'low' => $this->low, 'high' => $this->high, 'error' => $this->error];
	}

	/** @throws Corrupt */
	public static function read(Fields $fields): self {
		return new self($fields->number('value'), $fields->number('low'), $fields->number('high'), $fields->numberOrNull('error'));
	}
}
