<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tour;

use OCA\Compagnon\Content\ContentTexts;
use OCA\Compagnon\Port\Texts;

/** Says in two lines what a tour is and how far the person is with it. */
final readonly class TourLines {
	public function __construct(
		private ContentTexts $content,
		private Texts $texts,
	) {
	}

	/** @param ?Progress $progress where the person stands; null when they never heard of it */
	public function of(Tour $tour, ?Progress $progress): TourLine {
		return new TourLine(
			$tour->id,
			$this->content->get($tour->title),
			$this->standing($tour, $progress) ?? $this->content->get($tour->summary),
		);
	}

	private function standing(Tour $tour, ?Progress $progress): ?string {
		if ($progress?->state === ProgressState::Finished) {
			return $this->texts->t('Done');
		}
		$number = $progress?->isUnderWay() === true ? array_search($progress->step, $tour->stepIds(), true) : false;
		return $number === false ? null : $this->texts->t('Under way, step {step} of {total}', [
			'step' => (string)($number + 1),
			'total' => (string)count($tour->steps),
		]);
	}
}
