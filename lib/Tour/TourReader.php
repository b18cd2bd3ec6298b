<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tour;

use OCA\Compagnon\Content\Text;

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
		/** @var \stdClass&object{id: string, version: int, app: string, minutes: int, title: string, summary: string, order?: int, room?: string, for?: AudienceFile, steps: non-empty-list<StepFile>, texts?: \stdClass, anchors?: \stdClass} $file */
		$words = $this->words($file->texts ?? new \stdClass());
		return new Tour(
			$file->id,
			$file->version,
			$file->app,
			$file->minutes,
			$words($file->title),
			$words($file->summary),
			$file->order ?? self::LAST,
			$this->audience($file->for ?? null),
			array_map(fn (object $step): Step => $this->step($step, $words), $file->steps),
			AnchorSections::anchors($file->anchors ?? new \stdClass()),
			$file->room ?? null,
		);
	}

	/** @return \Closure(string): Text key to the words that the file itself has for it */
	private function words(\stdClass $texts): \Closure {
		/** @var array<string, array<string, mixed>> $languages */
		$languages = array_map(static fn (mixed $words): array => (array)$words, (array)$texts);
		return static fn (string $key): Text => new Text($key, array_filter(array_map(
			static fn (array $words): mixed => $words[$key] ?? null,
			$languages,
		), 'is_string'));
	}

	/**
	 * @param StepFile $step
	 * @param \Closure(string): Text $words
	 */
	private function step(object $step, \Closure $words): Step {
		return new Step(
			$step->id,
			$step->page->app,
			$step->page->path,
			$step->page->exact ?? false,
			$step->anchor ?? null,
			$words($step->title),
			$words($step->text),
			isset($step->where) ? $words($step->where) : null,
			$this->ending($step->ends),
			$this->audience($step->for ?? null),
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

	/** @param ?AudienceFile $for */
	private function audience(?object $for): Audience {
		return $for === null ? new Audience() : new Audience(isset($for->role), $for->groups ?? [], $for->apps ?? [], $for->languages ?? [], $for->device ?? null);
	}
}
