<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tour;

use OCA\Compagnon\Content\Text;

/**
 * A guided tour as its file says.
 *
 * @phpstan-import-type AnchorData from AnchorMap
 */
final readonly class Tour {
	/**
	 * @param int $version counts up when steps change
	 * @param string $app app that it explains; the tour exists only for those who can use that app
	 * @param int $minutes how long it takes, about
	 * @param int $order place in the list, the smallest first
	 * @param ?string $room heading of the home page, as the file says: there may be no such room
	 * @param non-empty-list<Step> $steps
	 * @param array<string, AnchorData> $ownAnchors where targets are that resources/anchors.json need not know
	 */
	public function __construct(
		public string $id,
		public int $version,
		public string $app,
		public int $minutes,
		public Text $title,
		public Text $summary,
		public int $order,
		public Audience $audience,
		public array $steps,
		public array $ownAnchors = [],
		public ?string $room = null,
	) {
	}

	public function step(string $id): ?Step {
		foreach ($this->steps as $step) {
			if ($step->id === $id) {
				return $step;
			}
		}
		return null;
	}

	/**
	 * @param callable(Step): bool $keep
	 * @return ?self the same tour with fewer steps; null when none is left
	 */
	public function only(callable $keep): ?self {
		$steps = array_values(array_filter($this->steps, $keep));
		return $steps === [] ? null : new self(
			$this->id,
			$this->version,
			$this->app,
			$this->minutes,
			$this->title,
			$this->summary,
			$this->order,
			$this->audience,
			$steps,
			$this->ownAnchors,
			$this->room,
		);
	}

	/** @return list<string> */
	public function stepIds(): array {
		return array_map(static fn (Step $step): string => $step->id, $this->steps);
	}

	/** @return list<string> names of the anchors that its steps point at, each once */
	public function anchors(): array {
		$names = array_filter(array_map(static fn (Step $step): ?string => $step->anchor, $this->steps), 'is_string');
		return array_values(array_unique($names));
	}
}
