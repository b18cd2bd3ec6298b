<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Publisher\Release;

use OCA\Compagnon\Observatory\Publisher\Count\Shape;

/**
 * What is shown of one question.
 *
 * @phpstan-import-type CellArray from Cell
 * @phpstan-import-type FigureArray from Figure
 * @phpstan-type ResultArray array{id: string, shape: string, text: array<string, string>, n: ?int, withheld: ?string, cells: list<CellArray>, score: ?FigureArray, balance: ?FigureArray}
 */
final readonly class Result {
	/**
	 * @param array<string, string> $text words by language
	 * @param ?int $n who answered, rounded; null when nothing is shown
	 * @param list<Cell> $cells
	 * @param ?Figure $score mean of the F-SUS
	 * @param ?Figure $balance share of 9 and 10 less share of 0 to 6
	 */
	public function __construct(
		public string $id,
		public Shape $shape,
		public array $text,
		public ?int $n,
		public ?Withheld $withheld,
		public array $cells,
		public ?Figure $score = null,
		public ?Figure $balance = null,
	) {
	}

	/** @return ResultArray */
	public function toArray(): array {
		return [
			'id' => $this->id,
			'shape' => $this->shape->value,
			'text' => $this->text,
			'n' => $this->n,
			'withheld' => $this->withheld?->value,
			'cells' => array_map(static fn (Cell $cell): array => $cell->toArray(), $this->cells),
			'score' => $this->score?->toArray(),
			'balance' => $this->balance?->toArray(),
		];
	}

	/** @throws Corrupt */
	public static function read(Fields $fields): self {
		$withheld = $fields->textOrNull('withheld');
		[$score, $balance] = [$fields->partOrNull('score'), $fields->partOrNull('balance')];
		return new self(
			$fields->text('id'),
			Shape::tryFrom($fields->text('shape')) ?? throw new Corrupt('a question has a shape that there is not'),
			$fields->words('text'),
			$fields->numberOrNull('n'),
			$withheld === null ? null : Withheld::tryFrom($withheld) ?? throw new Corrupt('a question is withheld for a reason that there is not'),
			array_map(Cell::read(...), $fields->parts('cells')),
			$score === null ? null : Figure::read($score),
			$balance === null ? null : Figure::read($balance),
		);
	}
}
