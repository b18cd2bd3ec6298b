<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\Adapter;

use OCA\Compagnon\Error\Unavailable;
use OCA\Compagnon\Port\Staging;

/** The folder `staging` of the data folder. */
final readonly class DemoStaging implements Staging {
	public function __construct(
		private string $dataFolder,
	) {
	}

	#[\Override]
	public function folder(): string {
		$folder = $this->dataFolder . '/staging';
		if (!is_dir($folder) && !@mkdir($folder, 0o700) && !is_dir($folder)) {
			throw Unavailable::storage(new \RuntimeException("$folder cannot be made"));
		}
		return (string)realpath($folder);
	}

	#[\Override]
	public function room(): ?int {
		$free = disk_free_space($this->folder());
		return $free === false ? null : (int)$free;
	}
}
