<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Survey\Consent;

/** What holds at the moment. */
final readonly class Standing {
	/**
	 * @param ?Decision $agreed the last decision; null when nobody ever decided
	 * @param ?Fall $fallen why less holds than was agreed to
	 */
	public function __construct(
		public ?Decision $agreed,
		public SurveyLevel $surveys,
		public bool $figures,
		public ?Fall $fallen,
	) {
	}

	public static function off(?Decision $agreed, ?Fall $fallen = null): self {
		return new self($agreed, SurveyLevel::Off, false, $fallen);
	}

	/** @return list<string> names of figures that are not given */
	public function leftOut(): array {
		return $this->agreed === null ? [] : $this->agreed->leftOut;
	}
}
