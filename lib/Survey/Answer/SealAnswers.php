<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Survey\Answer;

use OCA\Compagnon\Error\Invalid;
use OCA\Compagnon\Error\NotFound;
use OCA\Compagnon\Error\Refused;
use OCA\Compagnon\Openl\AnswerCheck;
use OCA\Compagnon\Openl\AnswerOrder;
use OCA\Compagnon\Openl\CatalogueSurvey;
use OCA\Compagnon\Openl\Questionnaire;
use OCA\Compagnon\Openl\ReportKind;
use OCA\Compagnon\Openl\TextCheck;
use OCA\Compagnon\Port\Clock;
use OCA\Compagnon\Port\Database;
use OCA\Compagnon\Survey\Catalogue\CatalogueStore;
use OCA\Compagnon\Survey\Consent\Consent;
use OCA\Compagnon\Survey\Consent\Notices;
use OCA\Compagnon\Survey\Consent\SurveyLevel;
use OCA\Compagnon\Survey\Day;

/** Takes a member's answers and seals them at once: from here on nobody in the space can read them. */
final readonly class SealAnswers {
	public function __construct(
		private Consent $consent,
		private CatalogueStore $catalogue,
		private Notices $notices,
		private Roll $roll,
		private SealReport $seal,
		private LeavingDay $leaving,
		private AnswerCheck $answerCheck,
		private AnswerOrder $order,
		private TextCheck $textCheck,
		private Database $database,
		private Clock $clock,
	) {
	}

	/**
	 * @param list<array{question: string, answer: mixed}> $answers
	 * @param list<array{question: string, text: string}> $texts
	 * @param string $notice hash of what the person has read
	 * @param bool $explicit whether the person said yes expressly
	 * @return array{code: string, texts: list<array{question: string, code: string}>, from: string, until: string}
	 */
	public function seal(string $userId, string $id, #[\SensitiveParameter] array $answers, #[\SensitiveParameter] array $texts, string $notice, bool $explicit): array {
		$survey = $this->survey($id);
		$questionnaire = $survey->questionnaire ?? throw new NotFound('There is no such survey.');
		if ($notice !== $this->notices->current()->sha256) {
			throw new Invalid('notice', 'The notice has changed meanwhile. Reload the page, read it again and send your answers then.');
		}
		if ($questionnaire->isSensitive && !$explicit) {
			throw new Invalid('explicit', 'This survey touches sensitive matters. It needs your express yes; without it nothing is sent.');
		}
		$content = $this->answers($questionnaire, $answers);
		$words = $this->words($questionnaire, $texts);
		return $this->database->transactional(fn (): array => $this->sealed($userId, $survey, $content, $words));
	}

	private function survey(string $id): CatalogueSurvey {
		if ($this->consent->standing()->surveys !== SurveyLevel::Answer) {
			throw new Refused('Surveys are not open to members of this space at the moment.');
		}
		$survey = $this->catalogue->survey($id) ?? throw new NotFound('There is no such survey, or it is over.');
		return $survey->isOpen($this->clock->now()) ? $survey : throw new Refused('This survey has not begun yet.');
	}

	/**
	 * @param list<array{question: string, answer: mixed}> $answers
	 * @return array<array-key, mixed>
	 */
	private function answers(Questionnaire $questionnaire, #[\SensitiveParameter] array $answers): array {
		$byQuestion = array_column($answers, 'answer', 'question');
		if (count($byQuestion) !== count($answers)) {
			throw Invalid::kind('answers');
		}
		$ordered = $this->order->of($questionnaire, $byQuestion);
		$this->answerCheck->check($questionnaire, $ordered);
		return $ordered;
	}

	/**
	 * @param list<array{question: string, text: string}> $texts
	 * @return list<array{question: string, words: string}>
	 */
	private function words(Questionnaire $questionnaire, #[\SensitiveParameter] array $texts): array {
		if (count(array_unique(array_column($texts, 'question'))) !== count($texts)) {
			throw Invalid::kind('texts');
		}
		$words = array_map(static fn (array $text): array => ['question' => $text['question'], 'words' => $text['text']], $texts);
		foreach ($words as $one) {
			$this->textCheck->check($questionnaire, $one);
		}
		return $words;
	}

	/**
	 * @param array<array-key, mixed> $content
	 * @param list<array{question: string, words: string}> $words
	 * @return array{code: string, texts: list<array{question: string, code: string}>, from: string, until: string}
	 */
	private function sealed(string $userId, CatalogueSurvey $survey, #[\SensitiveParameter] array $content, #[\SensitiveParameter] array $words): array {
		if (!$this->roll->add($userId, $survey->id, $survey->period->name)) {
			throw new Refused('You have answered this survey. To change something, take your answers back with your code first.');
		}
		$code = $this->seal->seal($survey, ReportKind::MemberAnswers, $content, $this->leaving->draw())->text();
		$texts = [];
		foreach ($words as $one) {
			$texts[] = ['question' => $one['question'], 'code' => $this->seal->seal($survey, ReportKind::MemberText, $one, $this->leaving->draw())->text()];
		}
		$days = $this->leaving->possible();
		return ['code' => $code, 'texts' => $texts, 'from' => Day::text(min($days)), 'until' => Day::text(max($days))];
	}
}
