<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Nextcloud\Facts;

use OCP\Files\Search\ISearchBinaryOperator;

/** What a comparison does not match. */
final class Negation implements ISearchBinaryOperator, \Stringable {
	use Hints;

	public function __construct(
		private readonly Comparison $operand,
	) {
	}

	#[\Override]
	public function getType(): string {
		return ISearchBinaryOperator::OPERATOR_NOT;
	}

	/** @return list<Comparison> */
	#[\Override]
	public function getArguments(): array {
		return [$this->operand];
	}

	#[\Override]
	public function __toString(): string {
		return "(not $this->operand)";
	}
}
