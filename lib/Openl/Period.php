<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Openl;

/** A quarter of a year, as `2026-Q4`: the finest time that a report knows. */
final readonly class Period implements \Stringable {
	public const PATTERN = '/^20[0-9]{2}-Q[1-4]$/D';

	/** @throws Malformed */
	public function __construct(
		public string $name,
	) {
		if (preg_match(self::PATTERN, $name) !== 1) {
			throw new Malformed('period');
		}
	}

	/** @param int $now UTC seconds */
	public static function at(int $now): self {
		return new self(gmdate('Y', $now) . '-Q' . intdiv((int)gmdate('n', $now) + 2, 3));
	}

	/** @return int UTC seconds at which its first day begins */
	public function firstDay(): int {
		return (int)gmmktime(0, 0, 0, $this->month(), 1, $this->year());
	}

	/** @return int UTC seconds at which its last day begins */
	public function lastDay(): int {
		return (int)gmmktime(0, 0, 0, $this->month() + 3, 0, $this->year());
	}

	public function next(): self {
		return new self($this->month() === 10 ? ($this->year() + 1) . '-Q1' : $this->year() . '-Q' . ((int)$this->name[6] + 1));
	}

	#[\Override]
	public function __toString(): string {
		return $this->name;
	}

	private function year(): int {
		return (int)substr($this->name, 0, 4);
	}

	private function month(): int {
		return 3 * (int)$this->name[6] - 2;
	}
}
