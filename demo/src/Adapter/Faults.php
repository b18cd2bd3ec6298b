<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\Adapter;

/** Faults on demand, for tests: the names in the file fault.json of the data folder. */
final readonly class Faults {
	public function __construct(
		private string $dataFolder,
	) {
	}

	public function has(string $name): bool {
		$file = $this->dataFolder . '/fault.json';
		$faults = is_file($file) ? json_decode((string)file_get_contents($file), true) : [];
		return is_array($faults) && in_array($name, $faults, true);
	}
}
