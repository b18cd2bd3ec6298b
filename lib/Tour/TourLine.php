<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tour;

/** A tour in two lines, in the person's language, for places outside of the app: a search, a dashboard. */
final readonly class TourLine {
	/**
	 * @param string $id of the tour
	 * @param string $detail how far the person is, or else what the tour is about
	 */
	public function __construct(
		public string $id,
		public string $title,
		public string $detail,
	) {
	}
}
