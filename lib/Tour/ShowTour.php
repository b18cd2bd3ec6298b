<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tour;

use OCA\Compagnon\Content\ContentTexts;
use OCA\Compagnon\Error\NotFound;
use OCA\Compagnon\Port\Rights;
use OCA\Compagnon\Space\SpaceSettings;

/**
 * One tour as the browser plays it: steps, words in the person's language, and where the targets are on this host.
 *
 * @phpstan-import-type AnchorData from AnchorMap
 * @phpstan-import-type EndingData from Ending
 * @phpstan-type StepData array{id: string, page: array{app: string, path: string, exact: bool}, anchor: ?string, title: string, text: string, where: ?string, ends: EndingData, device: ?string, allowed: bool}
 * @phpstan-type TourData array{id: string, version: int, app: string, title: string, summary: string, minutes: int, steps: list<StepData>, anchors: array<string, AnchorData>, contact: string, progress: ?array<string, string|int|null>}
 */
final readonly class ShowTour {
	public function __construct(
		private Tours $tours,
		private AnchorMap $anchors,
		private ProgressRepository $progress,
		private ContentTexts $texts,
		private SpaceSettings $settings,
		private Rights $rights,
	) {
	}

	/**
	 * @return TourData
	 * @throws NotFound when there is no such tour for this person
	 */
	public function show(string $userId, string $id): array {
		$tour = $this->tours->get($userId, $id);
		return [
			'id' => $tour->id,
			'version' => $tour->version,
			'app' => $tour->app,
			'title' => $this->texts->get($tour->title),
			'summary' => $this->texts->get($tour->summary),
			'minutes' => $tour->minutes,
			'steps' => array_map(fn (Step $step): array => $this->step($userId, $step), $tour->steps),
			'anchors' => $this->anchors->of($tour),
			'contact' => $this->settings->contact(),
			'progress' => $this->progress->find($userId, $id)?->toArray(),
		];
	}

	/** @return StepData */
	private function step(string $userId, Step $step): array {
		return [
			'id' => $step->id,
			'page' => $step->page(),
			'anchor' => $step->anchor,
			'title' => $this->texts->get($step->title),
			'text' => $this->texts->get($step->text),
			'where' => $step->where === null ? null : $this->texts->get($step->where),
			'ends' => $step->ending->toArray(),
			'device' => $step->audience->device,
			'allowed' => $step->needs === null || $this->rights->may($userId, $step->needs),
		];
	}
}
