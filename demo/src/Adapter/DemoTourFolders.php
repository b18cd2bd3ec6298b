<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\Adapter;

use OCA\Compagnon\Port\TourFolders;

/** The folder `tours` of the data folder, when there is one. */
final readonly class DemoTourFolders implements TourFolders {
	public function __construct(
		private string $dataFolder,
	) {
	}

	#[\Override]
	public function paths(): array {
		$folder = $this->dataFolder . '/tours';
		return is_dir($folder) ? [$folder] : [];
	}
}
