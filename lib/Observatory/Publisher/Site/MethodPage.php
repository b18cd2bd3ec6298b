<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Publisher\Site;

use OCA\Compagnon\Port\Texts;

/** How it is counted, and what may be claimed. */
final readonly class MethodPage {
	public function __construct(
		private Frame $frame,
	) {
	}

	/** @return string HTML */
	public function render(Speech $say): string {
		$texts = $say->texts;
		$content = [];
		foreach ([...$this->counting($texts), ...$this->secrecy($texts)] as $heading => $paragraphs) {
			$content[] = Html::tag('h2', [], $heading);
			foreach ($paragraphs as $paragraph) {
				$content[] = Html::tag('p', [], $paragraph);
			}
		}
		return $this->frame->page($say, 'method', $texts->t('Method'), ...$content);
	}

	/** @return array<string, list<string>> paragraphs by heading */
	private function counting(Texts $texts): array {
		return [
			$texts->t('Who is counted') => [
				$texts->t('Spaces that chose to take part, and in them people who chose to answer. Nobody was drawn by lot, so the results speak for those who answered.'),
				$texts->t('Spaces that a known host vouches for and spaces on their own are published apart, never as a sum.'),
			],
			$texts->t('No number under 11') => [
				$texts->t('A number is shown when it is at least 11 after rounding, which takes 13 answers in a table and 15 in a total. A space can give 10 answers at most, so no number can come from one space alone.'),
				$texts->t('Where answers have an order, those that are too few are counted together with their neighbours. Elsewhere they are hidden, and other numbers with them, so that none can be computed from the rest. For questions with several answers, both those who gave an answer and those who did not have to be enough.'),
				$texts->t('A question that only some were asked is not shown when the number of those would give away a hidden one. Two questions are never crossed.'),
			],
			$texts->t('Rounding') => [
				$texts->t('Numbers in tables are rounded to 5, totals to 10. Shares are made of rounded numbers.'),
			],
			$texts->t('Intervals') => [
				$texts->t('Each share comes with a Wilson interval at 95 in 100, made wider for the rounding. The response rate is the number of answers by the number of answers that were possible.'),
			],
			$texts->t('F-SUS and recommendation') => [
				$texts->t('The F-SUS is the validated French version of the System Usability Scale (Gronier and Baudet, 2021, doi 10.1080/10447318.2021.1898828): ten statements, a score of 0 to 100 for each person. A statement without an answer counts as the middle. The mean is shown in whole points, with its interval.'),
				$texts->t('Recommendation from 0 to 10 is shown in three groups, with the difference of the outer two and its standard error.'),
			],
		];
	}

	/** @return array<string, list<string>> */
	private function secrecy(Texts $texts): array {
		return [
			$texts->t('Who answered what') => [
				$texts->t('Each answer travels with a blind token: it proves that a real space sent it, and cannot be linked to the space that received it.'),
				$texts->t('What may be claimed: answers are unlinkable by token. Addresses and timing are hidden only between separate operators. A host that is also the observatory can change the code.'),
			],
			$texts->t('Once, and for good') => [
				$texts->t('A survey is counted after it has closed, and published once. Until then an answer can be taken back; afterwards only counts exist. The answers themselves are erased three months after the count.'),
				$texts->t('Each release names the SHA-256 of the one before, so that none can be changed or left out unseen.'),
			],
			$texts->t('Own words') => [
				$texts->t('What people write in their own words travels apart from their other answers and is never published word for word.'),
			],
		];
	}
}
