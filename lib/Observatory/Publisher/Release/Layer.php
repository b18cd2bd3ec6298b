<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Publisher\Release;

/**
 * The results of the spaces that a host vouches for, or of those that only proved an address: apart, and never as a sum.
 *
 * @phpstan-import-type ResultArray from Result
 * @phpstan-type LayerArray array{stratum: string, answers: ?int, tokens: ?int, rate: ?float, questions: list<ResultArray>}
 */
final readonly class Layer {
	public const ATTESTED = 'attested';
	public const UNATTESTED = 'unattested';
	public const ALL = [self::ATTESTED, self::UNATTESTED];

	/**
	 * @param self::ATTESTED|self::UNATTESTED $stratum
	 * @param ?int $answers reports that were counted, rounded; null when they are too few to show anything
	 * @param ?int $tokens how many there could have been, rounded
	 * @param ?float $rate the first by the second
	 * @param list<Result> $questions
	 */
	public function __construct(
		public string $stratum,
		public ?int $answers,
		public ?int $tokens,
		public ?float $rate,
		public array $questions,
	) {
	}

	/** @return LayerArray */
	public function toArray(): array {
		return [
			'stratum' => $this->stratum,
			'answers' => $this->answers,
			'tokens' => $this->tokens,
			'rate' => $this->rate,
			'questions' => array_map(static fn (Result $result): array => $result->toArray(), $this->questions),
		];
	}

	/** @throws Corrupt */
	public static function read(Fields $fields): self {
		$stratum = $fields->text('stratum');
		return new self(
			in_array($stratum, self::ALL, true) ? $stratum : throw new Corrupt('there is no such stratum'),
			$fields->numberOrNull('answers'),
			$fields->numberOrNull('tokens'),
			$fields->fractionOrNull('rate'),
			array_map(Result::read(...), $fields->parts('questions')),
		);
	}
}
