<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Publisher\Site;

use OCA\Compagnon\Observatory\Publisher\Release\ReleaseLine;
use OCA\Compagnon\Observatory\Publisher\Wave;

/** What is asked now, and what was found. */
final readonly class HomePage {
	public function __construct(
		private Frame $frame,
	) {
	}

	/**
	 * @param list<Wave> $open
	 * @param list<ReleaseLine> $releases the newest first
	 * @return string HTML
	 */
	public function render(Speech $say, array $open, array $releases): string {
		$texts = $say->texts;
		return $this->frame->page(
			$say,
			'',
			$texts->t('How do associations get on with free software?'),
			Html::tag('p', ['class' => 'lead'], $texts->t('Associations answer here, if they want to, from their own space. Nobody knows who answered what. What they say is published for everybody.')),
			Html::tag('h2', [], $texts->t('Results')),
			$releases === []
				? Html::tag('p', [], $texts->t('Nothing has been published yet. The first results come after the first survey has ended.'))
				: Html::tag('ul', ['class' => 'cards'], ...array_map(fn (ReleaseLine $line): Html => $this->release($say, $line), $releases)),
			Html::tag('h2', [], $texts->t('Open now')),
			$open === []
				? Html::tag('p', [], $texts->t('No survey is open at the moment.'))
				: Html::tag('ul', ['class' => 'cards'], ...array_map(fn (Wave $wave): Html => $this->open($say, $wave), $open)),
			Html::tag('h2', [], $texts->t('How it works')),
			Html::tag('p', [], $texts->t('No number under 11 is shown, every number is rounded, and a survey is published once, as a whole.'), ' ', Html::tag('a', ['href' => $say->address('method')], $texts->t('Read the method'))),
		);
	}

	private function release(Speech $say, ReleaseLine $line): Html {
		return Html::tag(
			'li',
			['class' => 'card'],
			Html::tag('h3', [], Html::tag('a', ['href' => $say->address(Addresses::results($line->survey, $line->period))], $say->words($line->title))),
			Html::tag('p', [], $say->texts->t('Period {period}, published on {day}', ['period' => $line->period, 'day' => $say->day($line->day)])),
		);
	}

	private function open(Speech $say, Wave $wave): Html {
		return Html::tag(
			'li',
			['class' => 'card'],
			Html::tag('h3', [], $say->words($wave->title)),
			Html::tag('p', [], $say->words($wave->purpose)),
			Html::tag('p', [], $say->texts->t('Asked by {organiser}, until {day}. It is answered inside the spaces that take part.', ['organiser' => $wave->organiser, 'day' => $say->day(gmdate('Y-m-d', $wave->closes))])),
		);
	}
}
