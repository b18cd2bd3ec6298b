<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Publisher\Count;

/** Counts ballots, one question at a time: nothing is kept of how answers go together. */
final class Tally {
	private int $ballots = 0;
	/** @var array<string, int> who answered, by question */
	private array $answered = [];
	/** @var array<string, array<string, int>> by question and choice */
	private array $cells = [];
	/** @var array<string, array{int, int}> sum and sum of squares, by question */
	private array $scores = [];

	/** @param list<Asked> $asked */
	public function __construct(
		private readonly array $asked,
	) {
	}

	/** @param array<array-key, mixed> $answers by question */
	public function add(array $answers): void {
		$this->ballots++;
		foreach ($this->asked as $asked) {
			$value = $answers[$asked->id] ?? null;
			$cells = Answer::cells($asked, $value);
			if ($cells === null) {
				continue;
			}
			$this->answered[$asked->id] = ($this->answered[$asked->id] ?? 0) + 1;
			foreach ($cells as $cell) {
				$this->cells[$asked->id][$cell] = ($this->cells[$asked->id][$cell] ?? 0) + 1;
			}
			if ($asked->shape === Shape::Fsus) {
				$this->score($asked->id, (int)Fsus::steps($value));
			}
		}
	}

	public function ballots(): int {
		return $this->ballots;
	}

	/** @return list<Counted> in the order of the questions */
	public function counted(): array {
		return array_map(fn (Asked $asked): Counted => new Counted(
			$asked,
			$this->answered[$asked->id] ?? 0,
			array_map(fn (string $choice): int => $this->cells[$asked->id][$choice] ?? 0, $asked->ids()),
			$this->scores[$asked->id][0] ?? 0,
			$this->scores[$asked->id][1] ?? 0,
		), $this->asked);
	}

	private function score(string $question, int $steps): void {
		[$sum, $squares] = $this->scores[$question] ?? [0, 0];
		$this->scores[$question] = [$sum + $steps, $squares + $steps * $steps];
	}
}
