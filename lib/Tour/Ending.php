<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tour;

/**
 * How a step ends, and what that kind of ending has to know.
 *
 * @phpstan-type EndingData array{on: string, fact?: string, signals?: list<string>, events?: list<string>, path?: string}
 */
final readonly class Ending {
	/**
	 * @param ?Fact $fact for an ending by a fact
	 * @param list<string> $signals events of the page's bus that make it worth asking for the fact at once
	 * @param list<string> $events for an ending by an event: one of them
	 * @param ?string $path for an ending by a page: path below the web root
	 */
	public function __construct(
		public EndsOn $on,
		public ?Fact $fact = null,
		public array $signals = [],
		public array $events = [],
		public ?string $path = null,
	) {
	}

	/** @return EndingData */
	public function toArray(): array {
		$detail = match ($this->on) {
			EndsOn::Fact => ['fact' => $this->fact?->value, 'signals' => $this->signals],
			EndsOn::Event => ['events' => $this->events],
			EndsOn::Page => ['path' => $this->path],
			default => [],
		};
		return ['on' => $this->on->value] + array_filter($detail, static fn (mixed $value): bool => $value !== null);
	}
}
