<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Nextcloud\Facts;

use OCP\Files\Search\ISearchComparison;

/** One field compared with one value. The platform publishes the interface of a search, but no class for it. */
final class Comparison implements ISearchComparison, \Stringable {
	use Hints;

	/** @param ISearchComparison::COMPARE_* $type */
	public function __construct(
		private readonly string $type,
		private readonly string $field,
		private readonly string $value,
	) {
	}

	#[\Override]
	public function getType(): string {
		return $this->type;
	}

	#[\Override]
	public function getField(): string {
		return $this->field;
	}

	#[\Override]
	public function getExtra(): string {
		return '';
	}

	#[\Override]
	public function getValue(): string {
		return $this->value;
	}

	/** The platform compares parts of a search by their text. */
	#[\Override]
	public function __toString(): string {
		return "$this->field $this->type " . json_encode($this->value, JSON_THROW_ON_ERROR);
	}
}
