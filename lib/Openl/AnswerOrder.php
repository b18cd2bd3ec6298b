<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Openl;

/** Puts answers into the order of the questionnaire: the order of somebody's clicks is nobody's business. */
final class AnswerOrder {
	/**
	 * @param array<array-key, mixed> $answers by question; what does not fit stays as it is, for AnswerCheck to refuse
	 * @return array<array-key, mixed>
	 */
	public function of(Questionnaire $questionnaire, #[\SensitiveParameter] array $answers): array {
		$ordered = [];
		foreach ($questionnaire->questions as $question) {
			if (array_key_exists($question->id, $answers)) {
				$ordered[$question->id] = $this->inOrder($question, $answers[$question->id]);
			}
		}
		return $ordered + $answers;
	}

	private function inOrder(Question $question, #[\SensitiveParameter] mixed $answer): mixed {
		if ($question->type !== QuestionType::Several || !is_array($answer) || !array_is_list($answer)) {
			return $answer;
		}
		$chosen = array_values(array_filter($question->optionIds(), static fn (string $id): bool => in_array($id, $answer, true)));
		return count($chosen) === count($answer) ? $chosen : $answer;
	}
}
