<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Fake;

use OCA\Compagnon\Port\TourFolders;

final class FakeTourFolders implements TourFolders {
	/** @param list<string> $paths */
	public function __construct(
		public array $paths = [],
	) {
	}

	#[\Override]
	public function paths(): array {
		return array_values(array_unique($this->paths));
	}
}
