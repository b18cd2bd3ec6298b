<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Openl;

/**
 * One report, as it is inside the envelope. Token, id and withdrawal hash are part of it: nothing outside the sealed box
 * could be put on another report.
 */
final readonly class Report {
	public const FORMAT = 'openl-report/1';

	/**
	 * @param string $version of the questionnaire or of the set of figures
	 * @param string $sha256 of the questionnaire's text; of the set of figures see CatalogueSurvey
	 * @param string $reportId a UUID
	 * @param string $withdrawHash hex sha256, as WithdrawalCode makes it
	 * @param array<array-key, mixed> $content by kind: metrics `{metric: band|list|null}`, answers `{question: answer|null}`, text
	 *                                         `{question: id, words: string}`
	 */
	public function __construct(
		public ReportKind $kind,
		public string $survey,
		public string $version,
		public string $sha256,
		public Period $period,
		#[\SensitiveParameter]
		public Token $token,
		public string $reportId,
		public string $withdrawHash,
		#[\SensitiveParameter]
		public array $content,
	) {
	}

	/** @return string JSON, the very bytes that are shown before and sealed afterwards */
	public function bytes(): string {
		return json_encode([
			'format' => self::FORMAT,
			'kind' => $this->kind->value,
			'survey' => $this->survey,
			'questionnaire' => ['version' => $this->version, 'sha256' => $this->sha256],
			'period' => $this->period->name,
			'token' => $this->token->encode(),
			'report' => $this->reportId,
			'withdraw' => $this->withdrawHash,
			$this->kind->content() => (object)$this->content,
		], JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE);
	}

	/**
	 * Reads the frame. What is in the content is checked by MetricCheck, AnswerCheck and TextCheck against what was asked.
	 *
	 * @throws Malformed
	 */
	public static function read(#[\SensitiveParameter] string $bytes): self {
		$fields = Fields::ofJson($bytes, Envelope::LARGEST_REPORT);
		if ($fields->take('format') !== self::FORMAT) {
			throw new Malformed('format', Flaw::Unknown);
		}
		$kind = ReportKind::tryFrom($fields->text('kind', '/^[a-z-]{1,20}$/D')) ?? throw new Malformed('kind');
		$questionnaire = $fields->object('questionnaire');
		$report = new self(
			$kind,
			$fields->text('survey', Names::SURVEY),
			$questionnaire->text('version', Names::VERSION),
			$questionnaire->text('sha256', Names::SHA256),
			new Period($fields->text('period', Period::PATTERN)),
			Token::decode($fields->text('token', '/^[A-Za-z0-9_-]+$/D')),
			$fields->text('report', Names::REPORT),
			$fields->text('withdraw', Names::SHA256),
			self::content($fields->take($kind->content()), $kind),
		);
		$questionnaire->end();
		$fields->end();
		return $report;
	}

	/** @return array<array-key, mixed> objects are never in a list or below another one, so that arrays say it all */
	private static function content(#[\SensitiveParameter] mixed $content, ReportKind $kind): array {
		if (!$content instanceof \stdClass) {
			throw new Malformed($kind->content());
		}
		$values = get_object_vars($content);
		foreach ($values as $value) {
			if ($value instanceof \stdClass || (is_array($value) && array_filter($value, static fn (mixed $one): bool => is_array($one) || $one instanceof \stdClass) !== [])) {
				throw new Malformed($kind->content());
			}
		}
		return $values;
	}
}
