<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Survey\Panel;

use OCA\Compagnon\Survey\Answer\Roll;

/** What the panel knows of one person: their choices, and, while a survey is open, that they have answered it. */
final readonly class SurveyOfPerson {
	public function __construct(
		private SurveyChoices $choices,
		private Roll $roll,
	) {
	}

	/** @return array{choices: array{every: int, never: bool, counted: bool}, answered: list<string>} */
	public function toArray(string $userId): array {
		$answered = array_filter($this->roll->open(), fn (array $one): bool => $this->roll->has($userId, $one['survey'], $one['period']));
		return ['choices' => $this->choices->toArray($userId), 'answered' => array_values(array_unique(array_column($answered, 'survey')))];
	}

	public function forget(string $userId): void {
		$this->roll->forget($userId);
	}
}
