<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tour\Check;

use OCA\Compagnon\Content\ContentTexts;
use OCA\Compagnon\Port\Rights;
use OCA\Compagnon\Tour\AnchorMap;
use OCA\Compagnon\Tour\Step;
use OCA\Compagnon\Tour\Tour;
use OCA\Compagnon\Tour\Tours;

/**
 * What the tour check in the browser has to look at: every tour that exists for whoever makes it, as they would meet it.
 *
 * @phpstan-import-type AnchorData from AnchorMap
 * @phpstan-type PlannedStep array{id: string, title: string, page: array{app: string, path: string, exact: bool}, anchor: ?string, device: ?string, allowed: bool}
 * @phpstan-type PlannedTour array{id: string, title: string, steps: list<PlannedStep>, anchors: array<string, AnchorData>}
 */
final readonly class PlanCheck {
	public function __construct(
		private Tours $tours,
		private AnchorMap $anchors,
		private ContentTexts $texts,
		private Rights $rights,
	) {
	}

	/** @return list<PlannedTour> */
	public function plan(string $userId): array {
		return array_map(fn (Tour $tour): array => [
			'id' => $tour->id,
			'title' => $this->texts->get($tour->title),
			'steps' => array_map(fn (Step $step): array => $this->step($userId, $step), $tour->steps),
			'anchors' => $this->anchors->of($tour),
		], $this->tours->of($userId));
	}

	/** @return PlannedStep */
	private function step(string $userId, Step $step): array {
		return [
			'id' => $step->id,
			'title' => $this->texts->get($step->title),
			'page' => $step->page(),
			'anchor' => $step->anchor,
			'device' => $step->audience->device,
			'allowed' => $step->needs === null || $this->rights->may($userId, $step->needs),
		];
	}
}
