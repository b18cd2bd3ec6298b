<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Publisher\Site;

use OCA\Compagnon\Observatory\Publisher\Release\ReleaseLine;

/** What can be taken away: files, what is in them, and when they came. */
final readonly class DataPage {
	public function __construct(
		private Frame $frame,
	) {
	}

	/**
	 * @param list<ReleaseLine> $releases the newest first
	 * @return string HTML
	 */
	public function render(Speech $say, array $releases): string {
		$texts = $say->texts;
		$columns = [];
		foreach (Dictionary::columns($texts) as $name => $meaning) {
			$columns[] = Html::join(Html::tag('dt', [], Html::tag('code', [], $name)), Html::tag('dd', [], $meaning));
		}
		return $this->frame->page(
			$say,
			'data',
			$texts->t('Open data'),
			Html::tag('p', ['class' => 'lead'], $texts->t('Every release as CSV and as JSON, at an address that stays. There are no files with single answers.')),
			Html::tag('p', [], $texts->t('Use them freely under Licence Ouverte 2.0, naming the observatory and the date. Questionnaires are CC BY-SA 4.0.'), ' ', Html::tag('a', ['href' => $say->file('datapackage.json')], $texts->t('The description for programs (Frictionless Table Schema)'))),
			Html::tag('h2', ['id' => 'releases'], $texts->t('Releases')),
			$releases === []
				? Html::tag('p', [], $texts->t('Nothing has been published yet. The first results come after the first survey has ended.'))
				: Html::tag('ol', ['class' => 'changelog', 'reversed' => ''], ...array_map(fn (ReleaseLine $line): Html => $this->line($say, $line), $releases)),
			Html::tag('h2', [], $texts->t('Columns of the CSV')),
			Html::tag('dl', [], ...$columns),
		);
	}

	private function line(Speech $say, ReleaseLine $line): Html {
		return Html::tag(
			'li',
			['value' => (string)$line->number],
			Html::tag('a', ['href' => $say->address(Addresses::results($line->survey, $line->period))], $say->words($line->title), ' (', $line->period, ')'),
			', ',
			$say->day($line->day),
			' – ',
			Html::tag('a', ['href' => $say->file(Addresses::file($line->survey, $line->period, 'csv')), 'aria-label' => "CSV, $line->survey $line->period"], 'CSV'),
			', ',
			Html::tag('a', ['href' => $say->file(Addresses::file($line->survey, $line->period, 'json')), 'aria-label' => "JSON, $line->survey $line->period"], 'JSON'),
			Html::void('br', []),
			Html::tag('code', ['class' => 'hash'], $line->sha256),
		);
	}
}
