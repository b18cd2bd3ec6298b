<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tour;

use OCA\Compagnon\Content\ContentTexts;

/** Finds tours by words of their title, their summary and the titles of their steps, as the person reads them. */
final readonly class FindTours {
	public function __construct(
		private Tours $tours,
		private ProgressRepository $progress,
		private ContentTexts $texts,
		private TourLines $lines,
	) {
	}

	/**
	 * @param string $asked what the person wrote; each of its words has to be found
	 * @return list<TourLine> those that have the words in their title first, then in the summary, then in steps
	 */
	public function find(string $userId, string $asked): array {
		$words = SearchWords::of($asked);
		$found = [];
		foreach ($words === [] ? [] : $this->tours->of($userId) as $tour) {
			$rank = $this->rank($tour, $words);
			if ($rank !== null) {
				$found[] = [$rank, $tour];
			}
		}
		// Tours of one rank keep their order.
		usort($found, static fn (array $a, array $b): int => $a[0] <=> $b[0]);
		return $found === [] ? [] : $this->lines($userId, array_column($found, 1));
	}

	/**
	 * @param list<string> $words
	 * @return ?int the smaller the better; null when a word is nowhere
	 */
	private function rank(Tour $tour, array $words): ?int {
		$places = [
			SearchWords::of($this->texts->get($tour->title)),
			SearchWords::of($this->texts->get($tour->summary)),
			SearchWords::of(implode(' ', array_map(fn (Step $step): string => $this->texts->get($step->title), $tour->steps))),
		];
		$rank = 0;
		foreach ($words as $word) {
			$place = $this->place($word, $places);
			if ($place === null) {
				return null;
			}
			$rank += $place;
		}
		return $rank;
	}

	/** @param non-empty-list<list<string>> $places */
	private function place(string $asked, array $places): ?int {
		foreach ($places as $place => $words) {
			foreach ($words as $word) {
				if (SearchWords::fit($asked, $word)) {
					return $place;
				}
			}
		}
		return null;
	}

	/**
	 * @param list<Tour> $tours
	 * @return list<TourLine>
	 */
	private function lines(string $userId, array $tours): array {
		$known = $this->progress->byTour($userId);
		return array_map(fn (Tour $tour): TourLine => $this->lines->of($tour, $known[$tour->id] ?? null), $tours);
	}
}
