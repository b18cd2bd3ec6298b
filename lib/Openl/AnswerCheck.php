<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Openl;

use OCA\Compagnon\Error\Invalid;

/** Are these answers to these questions, and nothing else? */
final class AnswerCheck {
	private const FSUS_ITEMS = 10;

	/**
	 * @param array<array-key, mixed> $answers by question. Null: the person would not say. Absent: not asked, as its condition did
	 *                                         not hold. One, band: id of an option; several: list of ids in the order of the options;
	 *                                         scale, recommend: number; fsus: ten numbers, null for an item that was passed over
	 * @throws Invalid naming the question
	 */
	public function check(Questionnaire $questionnaire, #[\SensitiveParameter] array $answers): void {
		foreach ($answers as $id => $answer) {
			$question = $questionnaire->question((string)$id);
			if ($question === null || $question->type === QuestionType::Text) {
				throw Invalid::unknown('answers.' . Fields::name($id));
			}
			if ($answer !== null && !$this->fits($question, $answer)) {
				throw Invalid::kind("answers.$question->id");
			}
		}
		foreach ($questionnaire->questions as $question) {
			if ($question->if === null && $question->type !== QuestionType::Text && !array_key_exists($question->id, $answers)) {
				throw Invalid::missing("answers.$question->id");
			}
		}
	}

	private function fits(Question $question, #[\SensitiveParameter] mixed $answer): bool {
		return match ($question->type) {
			QuestionType::One, QuestionType::Band => in_array($answer, $question->optionIds(), true),
			QuestionType::Several => $this->isChoice($question, $answer),
			QuestionType::Scale => is_int($answer) && $answer >= 1 && $answer <= $question->points,
			QuestionType::Recommend => is_int($answer) && $answer >= 0 && $answer <= 10,
			QuestionType::Fsus => is_array($answer) && array_is_list($answer) && count($answer) === self::FSUS_ITEMS && array_filter($answer, $this->isFsus(...)) === $answer,
			QuestionType::Text => false,
		};
	}

	/** The order is that of the options: the order of clicks would be one more thing that is told. */
	private function isChoice(Question $question, #[\SensitiveParameter] mixed $answer): bool {
		return is_array($answer)
			&& $answer === array_values(array_filter($question->optionIds(), static fn (string $id): bool => in_array($id, $answer, true)))
			&& count($answer) <= ($question->most ?? count($question->options));
	}

	private function isFsus(#[\SensitiveParameter] mixed $item): bool {
		return $item === null || (is_int($item) && $item >= 1 && $item <= 5);
	}
}
