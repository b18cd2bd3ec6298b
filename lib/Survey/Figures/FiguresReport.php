<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Survey\Figures;

use OCA\Compagnon\Openl\CatalogueSurvey;
use OCA\Compagnon\Openl\KeyId;
use OCA\Compagnon\Openl\Report;
use OCA\Compagnon\Openl\ReportKind;
use OCA\Compagnon\Openl\Token;
use OCA\Compagnon\Openl\WithdrawalCode;

/** The report of the space's figures: the one that is shown and the one that is sealed come from here. */
final readonly class FiguresReport {
	/** What is drawn when it is sealed; all else is the same in what was shown. */
	public const CHANCE = ['token', 'report', 'withdraw'];

	private const NO_ID = '00000000-0000-4000-8000-000000000000';

	/** @param list<string> $leftOut */
	public function shown(CatalogueSurvey $survey, Measured $measured, array $leftOut): Report {
		$token = new Token(str_repeat("\0", KeyId::BYTES), str_repeat("\0", Token::NONCE_BYTES), str_repeat("\0", Token::AUTHENTICATOR_BYTES));
		return $this->report($survey, $measured, $leftOut, $token, self::NO_ID, str_repeat('0', 64));
	}

	/** @param list<string> $leftOut */
	public function sent(CatalogueSurvey $survey, Measured $measured, array $leftOut, Token $token, WithdrawalCode $code): Report {
		return $this->report($survey, $measured, $leftOut, $token, $code->reportId(), $code->hash());
	}

	/**
	 * @param list<string> $leftOut
	 * @return array<string, string|list<string>|null> by name, in the order of the catalogue
	 */
	public function content(CatalogueSurvey $survey, Measured $measured, array $leftOut): array {
		$content = [];
		foreach ($survey->metrics as $metric) {
			$content[$metric->value] = in_array($metric->value, $leftOut, true) ? null : $measured->figures[$metric->value] ?? null;
		}
		return $content;
	}

	/** @param list<string> $leftOut */
	private function report(CatalogueSurvey $survey, Measured $measured, array $leftOut, Token $token, string $id, string $withdraw): Report {
		return new Report(ReportKind::SpaceFigures, $survey->id, $survey->version, $survey->sha256, $survey->period, $token, $id, $withdraw, $this->content($survey, $measured, $leftOut));
	}
}
