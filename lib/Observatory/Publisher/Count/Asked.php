<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Publisher\Count;

/** A question, or a figure, as far as it is counted. */
final readonly class Asked {
	/**
	 * @param array<string, string> $text words by language
	 * @param list<Choice> $choices in the order in which they were shown
	 * @param list<Clause> $clauses whom it is asked; empty for everybody
	 */
	public function __construct(
		public string $id,
		public Shape $shape,
		public array $text,
		public array $choices,
		public array $clauses = [],
	) {
	}

	/**
	 * @param array<string, string> $text
	 * @param list<Clause> $clauses
	 */
	public static function recommend(string $id, array $text, array $clauses = []): self {
		return new self($id, Shape::Recommend, $text, [
			Choice::named('0-6', '0 à 6', '0 to 6'),
			Choice::named('7-8', '7 ou 8', '7 or 8'),
			Choice::named('9-10', '9 ou 10', '9 or 10'),
		], $clauses);
	}

	/**
	 * @param array<string, string> $text
	 * @param list<Clause> $clauses
	 */
	public static function fsus(string $id, array $text, array $clauses = []): self {
		return new self($id, Shape::Fsus, $text, [
			Choice::named('0-19', '0 à 17,5', '0 to 17.5'),
			Choice::named('20-39', '20 à 37,5', '20 to 37.5'),
			Choice::named('40-59', '40 à 57,5', '40 to 57.5'),
			Choice::named('60-79', '60 à 77,5', '60 to 77.5'),
			Choice::named('80-100', '80 à 100', '80 to 100'),
		], $clauses);
	}

	/** @return list<string> */
	public function ids(): array {
		return array_map(static fn (Choice $choice): string => $choice->id, $this->choices);
	}
}
