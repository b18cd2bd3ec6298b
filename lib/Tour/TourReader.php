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
 * @phpstan-type AudienceFile object{role?: string, groups?: list<string>, apps?: list<string>, languages?: list<string>, device?: string}
 * @phpstan-type EndingFile object{on: string, fact?: string, signals?: list<string>, events?: list<string>, path?: string}
 * @phpstan-type StepFile object{id: string, page: object{app: string, path: string, exact?: bool}, anchor?: string, title: string, text: string, where?: string, ends: EndingFile, for?: AudienceFile, needs?: string}
 */
final class TourReader {
	/** Tours without a place come after those that have one. */
	private const LAST = 10_000;

	public function read(\stdClass $file): Tour {
		/** @var \stdClass&object{id: string, version: int, app: string, minutes: int, title: string, summary: string, order?: int, for?: AudienceFile, steps: non-empty-list<StepFile>} $file */
		return new Tour(
			$file->id,
			$file->version,
			$file->app,
			$file->minutes,
			$file->title,
			$file->summary,
			$file->order ?? self::LAST,
			$this->audience($file->for ?? new \stdClass()),
			array_map($this->step(...), $file->steps),
		);
	}

	/** @param StepFile $step */
	private function step(object $step): Step {
		return new Step(
			$step->id,
			$step->page->app,
			$step->page->path,
			$step->page->exact ?? false,
			$step->anchor ?? null,
			$step->title,
			$step->text,
			$step->where ?? null,
			$this->ending($step->ends),
			$this->audience($step->for ?? new \stdClass()),
			isset($step->needs) ? Right::from($step->needs) : null,
		);
	}

	/** @param EndingFile $ends */
	private function ending(object $ends): Ending {
		return new Ending(
			EndsOn::from($ends->on),
			isset($ends->fact) ? Fact::from($ends->fact) : null,
			$ends->signals ?? [],
			$ends->events ?? [],
			$ends->path ?? null,
		);
	}

	/** @param AudienceFile $for */
	private function audience(object $for): Audience {
		return new Audience(isset($for->role), $for->groups ?? [], $for->apps ?? [], $for->languages ?? [], $for->device ?? null);
	}
}
