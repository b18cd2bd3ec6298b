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
 * The tours that exist for a person, with how far each one is, the rooms that they are in, and whom to ask.
 *
 * @phpstan-import-type Room from Rooms
 * @phpstan-type Summary array{id: string, app: string, path: string, room: ?string, title: string, summary: string, minutes: int, steps: list<string>, progress: ?array<string, string|int|null>}
 */
final readonly class ListTours {
	public function __construct(
		private Tours $tours,
		private ProgressRepository $progress,
		private ContentTexts $texts,
		private SpaceSettings $settings,
		private Rooms $rooms,
	) {
	}

	/** @return array{tours: list<Summary>, rooms: list<Room>, contact: string} with those rooms only that a tour is in */
	public function list(string $userId): array {
		$known = $this->progress->byTour($userId);
		$tours = $this->tours->of($userId);
		$rooms = array_column($this->rooms->all(), null, 'id');
		return [
			'tours' => array_map(
				fn (Tour $tour): array => $this->summary($tour, $rooms) + ['progress' => ($known[$tour->id] ?? null)?->toArray()],
				$tours,
			),
			'rooms' => array_values(array_intersect_key($rooms, array_column($tours, null, 'room'))),
			'contact' => $this->settings->contact(),
		];
	}

	/**
	 * @param array<string, Room> $rooms
	 * @return array{id: string, app: string, path: string, room: ?string, title: string, summary: string, minutes: int, steps: list<string>}
	 */
	private function summary(Tour $tour, array $rooms): array {
		return [
			'id' => $tour->id,
			'app' => $tour->app,
			'path' => $tour->steps[0]->path,
			'room' => isset($rooms[$tour->room ?? '']) ? $tour->room : null,
			'title' => $this->texts->get($tour->title),
			'summary' => $this->texts->get($tour->summary),
			'minutes' => $tour->minutes,
			'steps' => $tour->stepIds(),
		];
	}
}
