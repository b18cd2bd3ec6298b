<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Openl;

/** A frozen release that the catalogue vouches for. */
final readonly class PublishedResult {
	/**
	 * @param string $sha256 hex, of the release's text
	 * @param string $day of publication, as `2026-11-28`
	 */
	public function __construct(
		public string $survey,
		public Period $period,
		public string $sha256,
		public Words $title,
		public string $day,
	) {
	}
}
