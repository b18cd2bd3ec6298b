<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Openl;

use OCA\Compagnon\Error\Invalid;

/** A questionnaire, as resources/schema/questionnaire.json describes the file. */
final readonly class Questionnaire {
	/** The version of the format that this release reads. */
	public const SCHEMA = 1;
	public const LARGEST = 131_072;
	private const QUESTIONS = 40;
	private const TITLE = 120;
	private const INTRO = 1_500;

	/**
	 * @param string $json the file itself: what the sha256 is of, and what a browser is given
	 * @param string $sha256 hex
	 * @param bool $isSensitive whether it touches politics, unions, belief or health: explicit consent, and no words of one's own
	 * @param list<Question> $questions
	 */
	private function __construct(
		public string $json,
		public string $sha256,
		public string $id,
		public string $version,
		public Words $title,
		public Words $intro,
		public int $minutes,
		public bool $isSensitive,
		public array $questions,
	) {
	}

	/** @throws Invalid naming the place */
	public static function read(string $json): self {
		try {
			return self::of($json, Fields::ofJson($json, self::LARGEST));
		} catch (Malformed $e) {
			throw $e->invalid();
		}
	}

	public function question(string $id): ?Question {
		foreach ($this->questions as $question) {
			if ($question->id === $id) {
				return $question;
			}
		}
		return null;
	}

	private static function of(string $json, Fields $fields): self {
		if ($fields->take('schema') !== self::SCHEMA) {
			throw new Malformed('schema');
		}
		if ($fields->has('$schema')) {
			$fields->plain('$schema', 300);
		}
		$id = $fields->text('id', Names::SURVEY);
		$version = $fields->text('version', Names::VERSION);
		if ($fields->take('kind') !== ReportKind::MemberAnswers->value) {
			throw new Malformed('kind');
		}
		$isSensitive = $fields->flag('sensitive');
		$questionnaire = new self(
			$json,
			hash('sha256', $json),
			$id,
			$version,
			$fields->words('title', self::TITLE),
			$fields->words('intro', self::INTRO),
			$fields->number('minutes', 1, 15),
			$isSensitive,
			self::questions($fields, $isSensitive),
		);
		$fields->end();
		return $questionnaire;
	}

	/** @return list<Question> */
	private static function questions(Fields $fields, bool $isSensitive): array {
		$reader = new QuestionReader();
		$questions = [];
		foreach ($fields->objects('questions', 1, self::QUESTIONS) as $one) {
			$question = $reader->read($one, $questions, $isSensitive);
			$questions[$question->id] = $question;
		}
		return array_values($questions);
	}
}
