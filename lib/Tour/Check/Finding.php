<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tour\Check;

use OCA\Compagnon\Content\ContentTexts;
use OCA\Compagnon\Tour\Step;
use OCA\Compagnon\Tour\Tour;

/** Something that the tour check has found out. */
final readonly class Finding {
	/**
	 * @param string $message what is so, and what to do, in the reader's language
	 * @param ?string $tour id
	 * @param ?string $title of the tour
	 * @param ?string $step id
	 */
	public function __construct(
		public Grade $grade,
		public string $message,
		public ?string $tour = null,
		public ?string $title = null,
		public ?string $step = null,
		public ?string $anchor = null,
	) {
	}

	public static function about(Grade $grade, string $message, ContentTexts $texts, Tour $tour, ?Step $step = null): self {
		return new self($grade, $message, $tour->id, $texts->get($tour->title), $step?->id, $step?->anchor);
	}

	/** @param array{tour: string, title: string, step: string, anchor: ?string, advice: string} $place */
	public static function at(Grade $grade, array $place): self {
		return new self($grade, $place['advice'], $place['tour'], $place['title'], $place['step'], $place['anchor']);
	}

	/** @return array{grade: string, tour: ?string, title: ?string, step: ?string, anchor: ?string, message: string} */
	public function toArray(): array {
		return [
			'grade' => $this->grade->value,
			'tour' => $this->tour,
			'title' => $this->title,
			'step' => $this->step,
			'anchor' => $this->anchor,
			'message' => $this->message,
		];
	}
}
