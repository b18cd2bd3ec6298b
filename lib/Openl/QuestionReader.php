<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Openl;

/** Reads one question of a questionnaire file. */
final class QuestionReader {
	private const TEXT = 300;
	private const HELP = 600;
	private const OPTION = 150;
	private const END = 60;
	private const OPTIONS = 30;

	/**
	 * @param array<string, Question> $before by id, those that come before
	 * @throws Malformed
	 */
	public function read(Fields $fields, array $before, bool $isSensitive): Question {
		$id = $fields->text('id', Names::QUESTION);
		if (isset($before[$id])) {
			throw new Malformed($fields->at('id'));
		}
		$type = QuestionType::tryFrom($fields->text('type', '/^[a-z]{1,20}$/D')) ?? throw new Malformed($fields->at('type'));
		$options = $type->hasOptions() ? $this->options($fields) : [];
		$question = new Question(
			$id,
			$type,
			$fields->words('text', self::TEXT),
			$fields->has('help') ? $fields->words('help', self::HELP) : null,
			$fields->has('if') ? $this->condition($fields->object('if'), $before) : null,
			$options,
			$type === QuestionType::Several && $fields->has('most') ? $fields->number('most', 1, count($options)) : null,
			$type === QuestionType::Several && $fields->has('own') ? $this->own($fields) : null,
			$type === QuestionType::Scale ? $this->points($fields) : null,
			$type === QuestionType::Scale ? $fields->words('low', self::END) : null,
			$type === QuestionType::Scale ? $fields->words('high', self::END) : null,
			$type === QuestionType::Text ? $fields->number('longest', 20, TextCheck::LONGEST) : null,
		);
		$fields->end();
		return $isSensitive && $question->longestWords() > 0 ? throw new Malformed($fields->at($type === QuestionType::Text ? 'type' : 'own')) : $question;
	}

	private function own(Fields $fields): Words {
		$own = $fields->object('own');
		$text = $own->words('text', self::OPTION);
		$own->end();
		return $text;
	}

	private function points(Fields $fields): int {
		$points = $fields->number('points', 5, 7);
		return $points !== 6 ? $points : throw new Malformed($fields->at('points'));
	}

	/** @return list<Option> */
	private function options(Fields $fields): array {
		$options = [];
		foreach ($fields->objects('options', 2, self::OPTIONS) as $option) {
			$id = $option->text('id', Names::OPTION);
			if (isset($options[" $id"])) {
				throw new Malformed($option->at('id'));
			}
			$options[" $id"] = new Option($id, $option->words('text', self::OPTION));
			$option->end();
		}
		return array_values($options);
	}

	/** @param array<string, Question> $before a condition looks back only, so that none can wait for itself */
	private function condition(Fields $fields, array $before): Condition {
		$name = $fields->has('all') ? 'all' : 'any';
		$answers = [];
		foreach ($fields->objects($name, 1, 10) as $one) {
			$question = $before[$one->text('q', Names::QUESTION)] ?? throw new Malformed($one->at('q'), Flaw::Unknown);
			$in = $one->list('in', 1, self::OPTIONS);
			if (!$this->areOptionsOf($question, $in)) {
				throw new Malformed($one->at('in'));
			}
			$one->end();
			/** @var non-empty-list<string> $in */
			$answers[] = ['question' => $question->id, 'in' => $in];
		}
		$fields->end();
		return $answers === [] ? throw new Malformed($fields->at($name)) : new Condition($name === 'all', $answers);
	}

	/** @param list<mixed> $ids */
	private function areOptionsOf(Question $question, array $ids): bool {
		return count(array_filter($question->optionIds(), static fn (string $id): bool => in_array($id, $ids, true))) === count($ids);
	}
}
