<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tour;

use OCA\Compagnon\Error\NotFound;
use OCA\Compagnon\Port\Apps;

/** The tours that exist for a person: those of apps they can use. */
final readonly class Tours {
	public function __construct(
		private TourLibrary $library,
		private Apps $apps,
	) {
	}

	/** @return list<Tour> */
	public function of(string $userId): array {
		return array_values(array_filter(
			$this->library->all(),
			fn (Tour $tour): bool => $this->apps->usable($tour->app, $userId),
		));
	}

	/** @throws NotFound when there is no such tour for this person */
	public function get(string $userId, string $id): Tour {
		$tour = $this->library->find($id);
		if ($tour === null || !$this->apps->usable($tour->app, $userId)) {
			throw new NotFound('This tour does not exist here. Reload the page to see those that do.');
		}
		return $tour;
	}
}
