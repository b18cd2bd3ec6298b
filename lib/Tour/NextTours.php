<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tour;

/** What is next for a person: tours that they left in the middle, then those that they have not begun. */
final readonly class NextTours {
	public function __construct(
		private Tours $tours,
		private ProgressRepository $progress,
		private TourLines $lines,
	) {
	}

	/**
	 * @param int $limit how many at most
	 * @return list<TourLine> what is under way first, the latest of it at the top; then the others in the order in which
	 *                        they are best taken, without those that were finished or refused
	 */
	public function next(string $userId, int $limit): array {
		$tours = [];
		foreach ($this->tours->of($userId) as $tour) {
			$tours[$tour->id] = $tour;
		}
		$underWay = [];
		foreach ($this->progress->all($userId) as $progress) {
			$tour = $tours[$progress->tour] ?? null;
			if ($tour !== null && $progress->isUnderWay()) {
				$underWay[] = $this->lines->of($tour, $progress);
			}
			if ($progress->state !== ProgressState::Offered) {
				unset($tours[$progress->tour]);
			}
		}
		$others = array_map(fn (Tour $tour): TourLine => $this->lines->of($tour, null), array_values($tours));
		return array_slice([...$underWay, ...$others], 0, max(0, $limit));
	}
}
