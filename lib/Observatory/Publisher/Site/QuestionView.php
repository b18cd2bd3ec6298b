<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Publisher\Site;

use OCA\Compagnon\Observatory\Publisher\Count\Shape;
use OCA\Compagnon\Observatory\Publisher\Release\Cell;
use OCA\Compagnon\Observatory\Publisher\Release\Figure;
use OCA\Compagnon\Observatory\Publisher\Release\Result;
use OCA\Compagnon\Observatory\Publisher\Release\Withheld;

/** One question: its table, with a bar in each line. */
final readonly class QuestionView {
	private const HEIGHT = 16;

	public function render(Speech $say, Result $result, string $id): Html {
		$content = $result->withheld === null ? [
			Html::tag('p', ['class' => 'question__n'], $say->texts->t('About {n} people or spaces answered.', ['n' => $say->number($result->n ?? 0)])),
			...$this->figures($say, $result),
			...($result->cells === [] ? [] : [$this->table($say, $result, $id)]),
			...$this->notes($say, $result),
		] : [Html::tag('p', ['class' => 'note'], $this->why($say, $result->withheld))];
		return Html::tag('article', ['class' => 'question', 'aria-labelledby' => $id], Html::tag('h3', ['id' => $id], $say->words($result->text)), ...$content);
	}

	private function why(Speech $say, Withheld $why): string {
		return match ($why) {
			Withheld::Few => $say->texts->t('Not shown: too few answered this question.'),
			Withheld::Alike => $say->texts->t('Not shown: the answers are spread so that a table would point at a few people.'),
			Withheld::Linked => $say->texts->t('Not shown: how many were asked would give away a number that is hidden elsewhere.'),
		};
	}

	/** @return list<Html> */
	private function figures(Speech $say, Result $result): array {
		$figures = [];
		if ($result->score !== null) {
			$figures[] = $this->figure((string)$result->score->value, $say->texts->t('mean score out of 100, between {low} and {high}', $this->bounds($result->score)), $say->texts->t('F-SUS: ten statements about how easy a tool is to use. 100 is best; in other surveys tools come to about 68.'));
		}
		if ($result->balance !== null) {
			$figures[] = $this->figure(self::signed($result->balance->value), $say->texts->t('points between 9–10 and 0–6, standard error {error}', ['error' => (string)$result->balance->error]), $say->texts->t('Share of those who answered 9 or 10, less share of those who answered 0 to 6. The table says more than this one number.'));
		}
		return $figures;
	}

	private function figure(string $value, string $words, string $help): Html {
		return Html::tag('div', ['class' => 'figure'], Html::tag('p', ['class' => 'figure__value'], Html::tag('strong', [], $value), ' ', $words), Html::tag('p', ['class' => 'figure__help'], $help));
	}

	/** @return array<string, string> */
	private function bounds(Figure $figure): array {
		return ['low' => (string)$figure->low, 'high' => (string)$figure->high];
	}

	private function table(Speech $say, Result $result, string $id): Html {
		$head = Html::tag('tr', [], ...array_map(
			static fn (string $words, string $class): Html => Html::tag('th', ['scope' => 'col'] + ($class === '' ? [] : ['class' => $class]), $words),
			[$say->texts->t('Answer'), $say->texts->t('Number'), $say->texts->t('Share')],
			['', 'number', 'number'],
		));
		return Html::tag('table', ['aria-labelledby' => $id], Html::tag('thead', [], $head), Html::tag('tbody', [], ...array_map(fn (Cell $cell): Html => $this->row($say, $cell), $result->cells)));
	}

	private function row(Speech $say, Cell $cell): Html {
		$label = Html::tag('span', ['class' => 'label'], $say->words($cell->text));
		if ($cell->count === null || $cell->share === null) {
			return Html::tag('tr', ['class' => 'hidden'], Html::tag('th', ['scope' => 'row'], $label), Html::tag('td', ['colspan' => '2', 'class' => 'number'], $say->texts->t('not shown')));
		}
		$low = $say->points($cell->low ?? 0);
		$high = $say->points($cell->high ?? 1);
		return Html::tag(
			'tr',
			[],
			Html::tag('th', ['scope' => 'row'], $label, $this->bar($cell->share, $cell->low ?? 0, $cell->high ?? 1)),
			Html::tag('td', ['class' => 'number'], $say->number($cell->count)),
			Html::tag('td', ['class' => 'number'], Html::tag('strong', [], $say->percent($cell->share)), ' ', Html::tag('span', ['class' => 'interval'], $say->texts->t('{low} to {high}', ['low' => $low, 'high' => $high]))),
		);
	}

	/** The bar, and the interval as a line over its end. What it says stands in the same line as numbers. */
	private function bar(float $share, float $low, float $high): Html {
		$at = static fn (float $x): string => round($x * 100, 1) . '%';
		$middle = (string)(self::HEIGHT / 2);
		$size = ['width' => '100%', 'height' => (string)self::HEIGHT];
		return Html::tag(
			'svg',
			['class' => 'bar', 'aria-hidden' => 'true', 'focusable' => 'false'] + $size,
			Html::tag('rect', ['class' => 'bar__track', 'rx' => '3'] + $size),
			Html::tag('rect', ['class' => 'bar__value', 'rx' => '3', 'width' => $at($share), 'height' => (string)self::HEIGHT]),
			Html::tag('line', ['class' => 'bar__interval', 'x1' => $at($low), 'x2' => $at($high), 'y1' => $middle, 'y2' => $middle]),
		);
	}

	/** @return list<Html> */
	private function notes(Speech $say, Result $result): array {
		$notes = [];
		$isHidden = array_filter($result->cells, static fn (Cell $cell): bool => $cell->count === null) !== [];
		$isMerged = array_filter($result->cells, static fn (Cell $cell): bool => count($cell->options) > 1) !== [];
		if ($result->shape === Shape::Several) {
			$notes[] = $say->texts->t('Several answers were possible: shares do not add up.');
		}
		if ($isHidden) {
			$notes[] = $say->texts->t('“Not shown” protects small groups: too few gave this answer, or its number would tell how many gave another.');
		}
		if ($isMerged) {
			$notes[] = $say->texts->t('Neighbouring answers that too few people gave are counted together.');
		}
		return array_map(static fn (string $note): Html => Html::tag('p', ['class' => 'note'], $note), $notes);
	}

	private static function signed(int $value): string {
		return match (true) {
			$value > 0 => "+$value",
			$value < 0 => "\u{2212}" . abs($value),
			default => '0',
		};
	}
}
