<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tour\Check;

use OCA\Compagnon\Content\ContentTexts;
use OCA\Compagnon\Tour\Tour;
use OCA\Compagnon\Tour\TourLibrary;

/** Finds the step that a result is about, in whatever tour of this space. */
final class Places {
	/** @var array<string, Tour>|null */
	private ?array $tours = null;

	public function __construct(
		private readonly TourLibrary $library,
		private readonly ContentTexts $texts,
	) {
	}

	/** @return ?Place null when there is no such step any more */
	public function find(string $tour, string $step): ?Place {
		if ($this->tours === null) {
			$this->tours = [];
			foreach ($this->library->all() as $known) {
				$this->tours[$known->id] = $known;
			}
		}
		$found = $this->tours[$tour] ?? null;
		return $found === null || $found->step($step) === null ? null : $this->of($found, $step);
	}

	private function of(Tour $tour, string $stepId): ?Place {
		$step = $tour->step($stepId);
		return $step === null ? null : new Place(
			$tour->id,
			$this->texts->get($tour->title),
			$step->id,
			$this->texts->get($step->title),
			$step->path,
			$step->anchor,
		);
	}
}
