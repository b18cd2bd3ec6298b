<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory;

use OCA\Compagnon\Observatory\Publisher\Count\Asked;
use OCA\Compagnon\Observatory\Publisher\Count\Choice;
use OCA\Compagnon\Observatory\Publisher\Count\Clause;
use OCA\Compagnon\Observatory\Publisher\Count\Shape;
use OCA\Compagnon\Openl\Metric;
use OCA\Compagnon\Openl\Option;
use OCA\Compagnon\Openl\Question;
use OCA\Compagnon\Openl\QuestionType;
use OCA\Compagnon\Openl\Words;

/** Questions of a questionnaire and figures of spaces, as they are counted. Own words are not. */
final readonly class AskedQuestions {
	public function __construct(
		private FigureWords $words,
	) {
	}

	/** @return list<Asked> */
	public function of(SurveyFile $file): array {
		$questions = array_filter($file->questionnaire->questions ?? [], static fn (Question $question): bool => $question->type !== QuestionType::Text);
		return [...array_map(self::question(...), array_values($questions)), ...array_map($this->figure(...), $file->metrics())];
	}

	private static function question(Question $question): Asked {
		$text = $question->text->jsonSerialize();
		$clauses = array_map(static fn (array $answer): Clause => new Clause($answer['question'], $answer['in']), $question->if->answers ?? []);
		return match ($question->type) {
			QuestionType::Recommend => Asked::recommend($question->id, $text, $clauses),
			QuestionType::Fsus => Asked::fsus($question->id, $text, $clauses),
			QuestionType::Scale => new Asked($question->id, Shape::Ordered, $text, self::points($question), $clauses),
			default => new Asked($question->id, match ($question->type) {
				QuestionType::Several => Shape::Several,
				QuestionType::Band => Shape::Ordered,
				default => Shape::One,
			}, $text, array_map(static fn (Option $option): Choice => new Choice($option->id, $option->text->jsonSerialize()), $question->options), $clauses),
		};
	}

	/** @return list<Choice> */
	private static function points(Question $question): array {
		$points = $question->points ?? 5;
		return array_map(static fn (int $point): Choice => new Choice((string)$point, array_map(
			static fn (string $end): string => $end === '' ? (string)$point : "$point – $end",
			(match ($point) {
				1 => $question->low,
				$points => $question->high,
				default => null,
			} ?? new Words('', ''))->jsonSerialize(),
		)), range(1, $points));
	}

	private function figure(Metric $metric): Asked {
		$shape = match (true) {
			$metric->isSet() => Shape::Several,
			$metric->bands() === ['no', 'yes'] => Shape::One,
			default => Shape::Ordered,
		};
		$choices = array_map(fn (string $band): Choice => new Choice($band, $this->words->band($metric, $band)), $metric->bands());
		return new Asked($metric->value, $shape, $this->words->title($metric), $choices);
	}
}
