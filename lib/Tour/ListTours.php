<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tour;

use OCA\Compagnon\Content\ContentTexts;
use OCA\Compagnon\Space\SpaceSettings;

/**
 * The tours that exist for a person, with how far each one is, and whom to ask.
 *
 * @phpstan-type Summary array{id: string, app: string, path: string, title: string, summary: string, minutes: int, steps: list<string>, progress: ?array<string, string|int|null>}
 */
final readonly class ListTours {
	public function __construct(
		private Tours $tours,
		private ProgressRepository $progress,
		private ContentTexts $texts,
		private SpaceSettings $settings,
	) {
	}

	/** @return array{tours: list<Summary>, contact: string} */
	public function list(string $userId): array {
		$known = $this->progress->byTour($userId);
		return [
			'tours' => array_map(
				fn (Tour $tour): array => $this->summary($tour) + ['progress' => ($known[$tour->id] ?? null)?->toArray()],
				$this->tours->of($userId),
			),
			'contact' => $this->settings->contact(),
		];
	}

	/** @return array{id: string, app: string, path: string, title: string, summary: string, minutes: int, steps: list<string>} */
	private function summary(Tour $tour): array {
		return [
			'id' => $tour->id,
			'app' => $tour->app,
			'path' => $tour->steps[0]->path,
			'title' => $this->texts->get($tour->title),
			'summary' => $this->texts->get($tour->summary),
			'minutes' => $tour->minutes,
			'steps' => $tour->stepIds(),
		];
	}
}
