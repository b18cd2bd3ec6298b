<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tour;

use OCA\Compagnon\Error\NotFound;
use OCA\Compagnon\Port\Apps;
use OCA\Compagnon\Port\Members;
use OCA\Compagnon\Port\Texts;

/** The tours that exist for a person: for their role and language, and of apps that they can use. */
final readonly class Tours {
	public function __construct(
		private TourLibrary $library,
		private Apps $apps,
		private Members $members,
		private Texts $texts,
	) {
	}

	/** @return list<Tour> in the order in which they are best taken */
	public function of(string $userId): array {
		$tours = array_values(array_filter(array_map(
			fn (Tour $tour): ?Tour => $this->for($userId, $tour),
			$this->library->all(),
		)));
		usort($tours, static fn (Tour $a, Tour $b): int => [$a->order, $a->id] <=> [$b->order, $b->id]);
		return $tours;
	}

	/** @throws NotFound when there is no such tour for this person */
	public function get(string $userId, string $id): Tour {
		$tour = $this->library->find($id);
		return ($tour === null ? null : $this->for($userId, $tour))
			?? throw new NotFound('This tour does not exist here. Reload the page to see those that do.');
	}

	/** The tour with those of its steps that are for this person; null when it is not for them, or nothing is left. */
	private function for(string $userId, Tour $tour): ?Tour {
		if (!$this->apps->usable($tour->app, $userId) || !$this->includes($tour->audience, $userId)) {
			return null;
		}
		return $tour->only(fn (Step $step): bool => $this->apps->usable($step->app, $userId) && $this->includes($step->audience, $userId));
	}

	private function includes(Audience $audience, string $userId): bool {
		return (!$audience->admins || $this->members->isAdmin($userId))
			&& ($audience->groups === [] || array_intersect($audience->groups, $this->members->groups($userId)) !== [])
			&& ($audience->languages === [] || in_array($this->texts->language(), $audience->languages, true))
			&& array_filter($audience->apps, fn (string $app): bool => !$this->apps->usable($app, $userId)) === [];
	}
}
