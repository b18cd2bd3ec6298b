<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tour;

/**
 * Makes a Tour of a file that the schema resources/schema/tour.json has accepted.
 *
 * @phpstan-type StepFile object{id: string, page: object{app: string, path: string}, anchor?: string, title: string, text: string, where?: string, ends: object{on: string, fact?: string, signals?: list<string>}}
 */
final class TourReader {
	public function read(\stdClass $file): Tour {
		/** @var \stdClass&object{id: string, version: int, app: string, minutes: int, title: string, summary: string, steps: non-empty-list<StepFile>} $file */
		return new Tour(
			$file->id,
			$file->version,
			$file->app,
			$file->minutes,
			$file->title,
			$file->summary,
			array_map($this->step(...), $file->steps),
		);
	}

	/** @param StepFile $step */
	private function step(object $step): Step {
		return new Step(
			$step->id,
			$step->page->app,
			$step->page->path,
			$step->anchor ?? null,
			$step->title,
			$step->text,
			$step->where ?? null,
			new Ending(
				EndsOn::from($step->ends->on),
				isset($step->ends->fact) ? Fact::from($step->ends->fact) : null,
				$step->ends->signals ?? [],
			),
		);
	}
}
