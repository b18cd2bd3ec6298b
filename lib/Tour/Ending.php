<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tour;

/** How a step ends, and for a fact which one. */
final readonly class Ending {
	/** @param list<string> $signals events of the page's bus that make it worth asking at once */
	public function __construct(
		public EndsOn $on,
		public ?Fact $fact = null,
		public array $signals = [],
	) {
	}

	/** @return array{on: string, fact?: string, signals?: list<string>} */
	public function toArray(): array {
		return $this->fact === null
			? ['on' => $this->on->value]
			: ['on' => $this->on->value, 'fact' => $this->fact->value, 'signals' => $this->signals];
	}
}
