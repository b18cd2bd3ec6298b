<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory;

use OCA\Compagnon\Error\Invalid;
use OCA\Compagnon\Openl\Fields;
use OCA\Compagnon\Openl\Malformed;
use OCA\Compagnon\Openl\Names;
use OCA\Compagnon\Openl\Period;

/** Asks something from one day to another: from then on it is in the catalogue, and does not change any more. */
final readonly class AddSurvey {
	public function __construct(
		private Surveys $surveys,
		private IssuerSeeds $seeds,
		private Organiser $organiser,
		private MakeCatalogue $catalogue,
	) {
	}

	/**
	 * @param string $json the questionnaire, or the list of figures
	 * @param string $opens first day
	 * @param string $closes last day
	 * @param ?string $organiser who asks, when it is not the observatory itself
	 * @throws Invalid
	 */
	public function add(string $json, string $period, string $opens, string $closes, ?string $organiser = null, ?string $contact = null): Survey {
		$file = SurveyFile::read($json);
		$survey = new Survey(
			$file->id(),
			self::period($period),
			$file->kind(),
			$file->version(),
			$file->sha256(),
			$json,
			self::day('opens', $opens),
			self::day('closes', $closes),
			SurveyState::Open,
			$this->seeds->newest(),
			self::line('organiser', $organiser ?? $this->organiser->name()),
			self::line('contact', $contact ?? $this->organiser->contact()),
		);
		if ($survey->closes < $survey->opens) {
			throw new Invalid('closes', 'A survey cannot close before it opens.');
		}
		if (!$this->surveys->add($survey)) {
			throw new Invalid('period', 'There is a survey of this name in this period already. Surveys do not change once they are asked: name another period, or give the file another id.');
		}
		$this->catalogue->make();
		return $survey;
	}

	private static function period(string $period): Period {
		try {
			return new Period($period);
		} catch (Malformed) {
			throw new Invalid('period', 'A period is a quarter of a year, as 2026-Q4.');
		}
	}

	private static function day(string $field, string $day): string {
		if (preg_match(Names::DAY, $day) !== 1 || gmdate('Y-m-d', (int)strtotime("$day UTC")) !== $day) {
			throw new Invalid($field, 'A day is written as 2026-12-31.');
		}
		return $day;
	}

	private static function line(string $field, string $words): string {
		return $words !== '' && mb_strlen($words) <= 150 && Fields::isPlain($words) ? $words : throw Invalid::kind($field);
	}
}
