<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\Crowd;

use OCA\Compagnon\Openl\CatalogueSurvey;
use OCA\Compagnon\Openl\Metric;
use OCA\Compagnon\Openl\Question;
use OCA\Compagnon\Openl\QuestionType;
use OCA\Compagnon\Openl\ReportKind;

/** What the generated spaces say: the same crowd each time, that fits whatever is asked. */
final class Opinions {
	private const SEED = 6;
	private const FSUS_ITEMS = 10;

	private readonly \Random\Randomizer $random;

	public function __construct() {
		$this->random = new \Random\Randomizer(new \Random\Engine\Mt19937(self::SEED));
	}

	/** @return array<string, mixed> the content of a report */
	public function on(CatalogueSurvey $survey): array {
		if ($survey->kind === ReportKind::SpaceFigures) {
			return $this->figures($survey->metrics);
		}
		$answers = [];
		foreach ($survey->questionnaire->questions ?? [] as $question) {
			// Whether a condition holds is for the browser to know: nobody of the crowd meets one.
			if ($question->type !== QuestionType::Text && $question->if === null) {
				$answers[$question->id] = $this->isOneIn(12) ? null : $this->answer($question);
			}
		}
		return $answers;
	}

	/**
	 * @param list<Metric> $metrics
	 * @return array<string, string|list<string>|null>
	 */
	private function figures(array $metrics): array {
		$figures = [];
		foreach ($metrics as $metric) {
			$figures[$metric->value] = match (true) {
				$this->isOneIn(15) => null,
				$metric->isSet() => $this->some($metric->bands(), count($metric->bands())),
				default => $this->one($metric->bands()),
			};
		}
		return $figures;
	}

	private function answer(Question $question): mixed {
		return match ($question->type) {
			QuestionType::One, QuestionType::Band => $this->one($question->optionIds()),
			QuestionType::Several => $this->some($question->optionIds(), $question->most ?? count($question->options)),
			QuestionType::Scale => $this->about(1, $question->points ?? 5),
			QuestionType::Recommend => $this->about(0, 10),
			QuestionType::Fsus => array_map(fn (int $item): int => $item % 2 === 0 ? $this->about(1, 5) : 6 - $this->about(1, 5), range(0, self::FSUS_ITEMS - 1)),
			QuestionType::Text => null,
		};
	}

	/**
	 * @param list<string> $ids
	 * @return string of two draws the earlier one, so that not everything is chosen as often
	 */
	private function one(array $ids): string {
		$last = count($ids) - 1;
		return $ids[min($this->random->getInt(0, $last), $this->random->getInt(0, $last))];
	}

	/**
	 * @param list<string> $ids
	 * @return list<string> in their order
	 */
	private function some(array $ids, int $most): array {
		$chosen = array_map(fn (): string => $this->one($ids), range(1, min($most, $this->random->getInt(1, 4))));
		return array_values(array_intersect($ids, $chosen));
	}

	/** Of two draws the higher one: people who answer are rather content. */
	private function about(int $least, int $most): int {
		return max($this->random->getInt($least, $most), $this->random->getInt($least, $most));
	}

	private function isOneIn(int $many): bool {
		return $this->random->getInt(1, $many) === 1;
	}
}
