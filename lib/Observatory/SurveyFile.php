<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory;

use OCA\Compagnon\Error\Invalid;
use OCA\Compagnon\Openl\Metric;
use OCA\Compagnon\Openl\Question;
use OCA\Compagnon\Openl\Questionnaire;
use OCA\Compagnon\Openl\ReportKind;
use OCA\Compagnon\Openl\Words;

/** What is asked: questions to members, or figures of spaces. */
final readonly class SurveyFile {
	/** As long as a purpose may be in the catalogue. */
	private const PURPOSE = 1_000;

	private function __construct(
		public string $json,
		public ?Questionnaire $questionnaire,
		public ?FigureSet $figures,
	) {
	}

	/** @throws Invalid naming the place in the file */
	public static function read(string $json): self {
		$data = json_decode($json, true);
		$isFigures = is_array($data) && ($data['kind'] ?? null) === ReportKind::SpaceFigures->value;
		return $isFigures ? new self($json, null, FigureSet::read($json)) : new self($json, Questionnaire::read($json), null);
	}

	public function id(): string {
		return $this->questionnaire->id ?? $this->figures->id ?? '';
	}

	public function version(): string {
		return $this->questionnaire->version ?? $this->figures->version ?? '';
	}

	public function title(): Words {
		return $this->questionnaire->title ?? $this->figures->title ?? new Words('', '');
	}

	public function purpose(): Words {
		if ($this->figures !== null) {
			return $this->figures->purpose;
		}
		$intro = $this->questionnaire?->intro;
		return $intro !== null && max(mb_strlen($intro->fr), mb_strlen($intro->en)) <= self::PURPOSE ? $intro : $this->title();
	}

	public function isSensitive(): bool {
		return $this->questionnaire->isSensitive ?? false;
	}

	/** @return string hex: of the questionnaire's text, or of the set of figures */
	public function sha256(): string {
		return $this->questionnaire->sha256 ?? Metric::setHash($this->metrics());
	}

	/** @return list<Metric> */
	public function metrics(): array {
		return $this->figures->metrics ?? [];
	}

	public function kind(): ReportKind {
		return $this->figures === null ? ReportKind::MemberAnswers : ReportKind::SpaceFigures;
	}

	/** @return non-empty-list<ReportKind> words of one's own are reports of their own */
	public function kinds(): array {
		$words = array_filter($this->questionnaire->questions ?? [], static fn (Question $question): bool => $question->longestWords() > 0);
		return $words === [] ? [$this->kind()] : [$this->kind(), ReportKind::MemberText];
	}
}
