<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Collector;

use OCA\Compagnon\Error\Invalid;
use OCA\Compagnon\Error\Unfit;
use OCA\Compagnon\Error\Unproven;
use OCA\Compagnon\Observatory\IssuerSeeds;
use OCA\Compagnon\Observatory\SurveyFile;
use OCA\Compagnon\Openl\AnswerCheck;
use OCA\Compagnon\Openl\MetricCheck;
use OCA\Compagnon\Openl\Questionnaire;
use OCA\Compagnon\Openl\Report;
use OCA\Compagnon\Openl\ReportKind;
use OCA\Compagnon\Openl\Stratum;
use OCA\Compagnon\Openl\TextCheck;
use OCA\Compagnon\Openl\Voprf\Issuer;

/** Whether a report is one of this wave: from a space that may take part, and nothing in it but what was asked. */
final readonly class CheckReport {
	public function __construct(
		private IssuerSeeds $seeds,
		private Issuer $issuer,
		private AnswerCheck $answers,
		private MetricCheck $metrics,
		private TextCheck $texts,
	) {
	}

	/**
	 * @return Stratum that the token belongs to
	 * @throws Unproven
	 */
	public function stratum(#[\SensitiveParameter] Report $report, Wave $wave): Stratum {
		foreach (Stratum::cases() as $stratum) {
			$key = $this->seeds->key($wave->seed, $wave->survey, $wave->period, $report->kind, $stratum);
			if ($this->issuer->knows($key, $report->token)) {
				return $stratum;
			}
		}
		throw new Unproven('This report carries no token that was given out for it.');
	}

	/** @throws Unfit */
	public function content(#[\SensitiveParameter] Report $report, Wave $wave): void {
		if ($report->version !== $wave->version || $report->sha256 !== $wave->sha256) {
			throw new Unfit('This report answers another version of what is asked.');
		}
		$file = SurveyFile::read($wave->file);
		try {
			match ($report->kind) {
				ReportKind::SpaceFigures => $this->metrics->check($report->content, $file->metrics()),
				ReportKind::MemberAnswers => $this->answers->check(self::questions($file), $report->content),
				ReportKind::MemberText => $this->texts->check(self::questions($file), $report->content),
			};
		} catch (Invalid) {
			throw new Unfit('Something in this report was not asked, or is not among the answers.');
		}
	}

	/** @throws Unfit when figures are asked */
	private static function questions(SurveyFile $file): Questionnaire {
		return $file->questionnaire ?? throw new Unfit('Something in this report was not asked, or is not among the answers.');
	}
}
