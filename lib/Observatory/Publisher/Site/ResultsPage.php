<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Publisher\Site;

use OCA\Compagnon\Observatory\Publisher\Release\Layer;
use OCA\Compagnon\Observatory\Publisher\Release\Release;
use OCA\Compagnon\Observatory\Publisher\Release\Result;
use OCA\Compagnon\Observatory\Publisher\Wave;

/** The results of one wave: plain words first, then one table for each question. */
final readonly class ResultsPage {
	public function __construct(
		private Frame $frame,
		private QuestionView $question,
	) {
	}

	/**
	 * @param string $sha256 of the release
	 * @return string HTML
	 */
	public function render(Speech $say, Release $release, string $sha256): string {
		return $this->frame->page(
			$say,
			Addresses::results($release->survey, $release->period),
			$say->words($release->title),
			Html::tag('p', ['class' => 'lead'], $say->words($release->purpose)),
			$this->summary($say, $release),
			...array_map(fn (Layer $layer): Html => $this->layer($say, $release, $layer), $release->strata),
			...[$this->source($say, $release, $sha256)],
		);
	}

	private function summary(Speech $say, Release $release): Html {
		$texts = $say->texts;
		$isFigures = $release->kind === Wave::FIGURES;
		return Html::tag(
			'section',
			['class' => 'summary', 'aria-labelledby' => 'summary'],
			Html::tag('h2', ['id' => 'summary'], $texts->t('In short')),
			Html::tag('p', [], $texts->t('Asked by {organiser} from {opened} to {closed}.', ['organiser' => $release->organiser, 'opened' => $say->day($release->opened), 'closed' => $say->day($release->closed)])),
			...array_map(fn (Layer $layer): Html => Html::tag('p', [], Html::tag('strong', [], $this->name($say, $layer)), $say->language === 'fr' ? "\u{a0}: " : ': ', $this->participation($say, $release, $layer)), $release->strata),
			...[
				Html::tag('h3', [], $texts->t('What this does not say')),
				Html::tag(
					'ul',
					[],
					Html::tag('li', [], $isFigures ? $texts->t('Only spaces that chose to send figures are counted: the others may be different.') : $texts->t('Only people who wanted to answer did: the others may think differently.')),
					Html::tag('li', [], $texts->t('The intervals say how much chance there is in a number. They say nothing about who did not answer.')),
					Html::tag('li', [], $texts->t('Numbers are rounded, so a table does not always add up to its total.')),
					Html::tag('li', [], $texts->t('Two answers are never crossed: nothing here tells how they go together.')),
				),
			],
		);
	}

	private function layer(Speech $say, Release $release, Layer $layer): Html {
		$id = 'layer-' . $layer->stratum;
		return Html::tag(
			'section',
			['aria-labelledby' => $id],
			Html::tag('h2', ['id' => $id], $this->name($say, $layer)),
			Html::tag('p', [], $layer->stratum === Layer::ATTESTED
				? $say->texts->t('A host that the observatory knows vouches that these spaces exist.')
				: $say->texts->t('These spaces have proved an address, nothing more. They are counted apart, and never added to the others.')),
			...($layer->answers === null ? [Html::tag('p', [], $this->participation($say, $release, $layer))] : []),
			...array_map(fn (Result $result, int $place): Html => $this->question->render($say, $result, "$layer->stratum-" . ($place + 1)), $layer->questions, array_keys($layer->questions)),
		);
	}

	private function name(Speech $say, Layer $layer): string {
		return $layer->stratum === Layer::ATTESTED ? $say->texts->t('Spaces with a known host') : $say->texts->t('Spaces on their own');
	}

	private function participation(Speech $say, Release $release, Layer $layer): string {
		if ($layer->answers === null) {
			return $say->texts->t('Too few answers to show anything without pointing at somebody.');
		}
		$values = ['answers' => $say->number($layer->answers), 'tokens' => $say->number($layer->tokens ?? 0), 'rate' => $say->percent($layer->rate ?? 0), 'most' => (string)$release->perSpace];
		return match (true) {
			$layer->rate === null => $say->texts->t('About {answers} answers.', $values),
			$release->kind === Wave::FIGURES => $say->texts->t('About {answers} spaces out of {tokens} that could ({rate}).', $values),
			default => $say->texts->t('About {answers} answers out of {tokens} that were possible ({rate}): each space can give {most} at most, however many members it has.', $values),
		};
	}

	private function source(Speech $say, Release $release, string $sha256): Html {
		$texts = $say->texts;
		$file = static fn (string $kind): string => $say->file(Addresses::file($release->survey, $release->period, $kind === 'csv' ? 'csv' : 'json'));
		return Html::tag(
			'section',
			['class' => 'source', 'aria-labelledby' => 'source'],
			Html::tag('h2', ['id' => 'source'], $texts->t('Take and check')),
			Html::tag(
				'ul',
				[],
				Html::tag('li', [], Html::tag('a', ['href' => $file('csv')], $texts->t('All tables as CSV'))),
				Html::tag('li', [], Html::tag('a', ['href' => $file('json')], $texts->t('All tables as JSON'))),
				Html::tag('li', [], Html::tag('a', ['href' => $say->file('datapackage.json')], $texts->t('What each column means'))),
				Html::tag('li', [], Html::tag('a', ['href' => $say->address('method')], $texts->t('How it was counted'))),
			),
			Html::tag('p', [], $texts->t('Release {number} of {day}, questionnaire {version}. It does not change any more; the SHA-256 of the JSON file proves it:', ['number' => (string)($release->chained->number ?? 0), 'day' => $say->day($release->chained->day ?? ''), 'version' => $release->version])),
			Html::tag('p', [], Html::tag('code', ['class' => 'hash'], $sha256)),
			Html::tag('p', [], $texts->t('Questions about this survey: {contact}', ['contact' => $release->contact])),
		);
	}
}
