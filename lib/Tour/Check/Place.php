<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tour\Check;

/** A step of a tour, as people know it. */
final readonly class Place {
	/**
	 * @param string $title of the tour, in the person's language
	 * @param string $stepTitle in the person's language
	 * @param string $page path below the web root
	 * @param ?string $anchor what the step points at
	 */
	public function __construct(
		public string $tour,
		public string $title,
		public string $step,
		public string $stepTitle,
		public string $page,
		public ?string $anchor,
	) {
	}

	/** @return array{tour: string, title: string, step: string, stepTitle: string, page: string, anchor: ?string} */
	public function toArray(): array {
		return [
			'tour' => $this->tour,
			'title' => $this->title,
			'step' => $this->step,
			'stepTitle' => $this->stepTitle,
			'page' => $this->page,
			'anchor' => $this->anchor,
		];
	}
}
