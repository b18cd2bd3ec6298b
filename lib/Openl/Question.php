<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Openl;

/** One question of a questionnaire. What its type does not have is null or empty. */
final readonly class Question {
	/**
	 * @param list<Option> $options
	 * @param ?int $most how many options may be chosen
	 * @param ?Words $own the label of a line for own words
	 * @param ?int $points of a scale: 5 or 7
	 * @param ?int $longest in characters, of a text
	 */
	public function __construct(
		public string $id,
		public QuestionType $type,
		public Words $text,
		public ?Words $help,
		public ?Condition $if,
		public array $options = [],
		public ?int $most = null,
		public ?Words $own = null,
		public ?int $points = null,
		public ?Words $low = null,
		public ?Words $high = null,
		public ?int $longest = null,
	) {
	}

	/** @return list<string> */
	public function optionIds(): array {
		return array_map(static fn (Option $option): string => $option->id, $this->options);
	}

	/** How many characters of own words may be given to it; 0 when there is no place for any. */
	public function longestWords(): int {
		return $this->longest ?? ($this->own === null ? 0 : TextCheck::OWN);
	}
}
