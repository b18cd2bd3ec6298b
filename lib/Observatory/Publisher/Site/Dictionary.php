<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Publisher\Site;

use OCA\Compagnon\Port\Texts;

/** The columns of the CSV, once for all who have to know them. */
final readonly class Dictionary {
	/** Name to type, as a Frictionless Table Schema names it. */
	public const TYPES = [
		'survey' => 'string',
		'period' => 'string',
		'stratum' => 'string',
		'question' => 'string',
		'measure' => 'string',
		'cell' => 'string',
		'label_fr' => 'string',
		'label_en' => 'string',
		'state' => 'string',
		'value' => 'number',
		'n' => 'integer',
		'share' => 'number',
		'low' => 'number',
		'high' => 'number',
	];

	/** @return array<string, string> what each column means */
	public static function columns(Texts $texts): array {
		return array_combine(array_keys(self::TYPES), [
			$texts->t('Id of the survey.'),
			$texts->t('Quarter in which it was asked, for instance 2026-Q4.'),
			$texts->t('attested: a known host vouches for the space; unattested: it has only proved an address. Never to be added up.'),
			$texts->t('Id of the question; empty for participation.'),
			$texts->t('participation, count, score (mean F-SUS) or balance (recommendation).'),
			$texts->t('Id of the answer; several with a vertical bar between them when answers are counted together.'),
			$texts->t('The answer in French.'),
			$texts->t('The answer in English.'),
			$texts->t('shown, merged (answers counted together), hidden (one cell) or withheld (the whole question).'),
			$texts->t('Count rounded to 5, participation rounded to 10, or score and balance in whole points; empty when it is not shown.'),
			$texts->t('How many answered the question, rounded to 10; for participation, how many answers were possible.'),
			$texts->t('Share of n, 0 to 1; for participation, the response rate.'),
			$texts->t('Lower end of the interval at 95 in 100.'),
			$texts->t('Upper end of the interval at 95 in 100.'),
		]);
	}
}
