<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\Adapter;

use OCA\Compagnon\Port\NamedObservatory;

/** The file observatory.json of the data folder, when there is one. */
final readonly class DemoNamedObservatory implements NamedObservatory {
	public const FILE = 'observatory.json';

	public function __construct(
		private string $dataFolder,
	) {
	}

	#[\Override]
	public function written(): array {
		$file = $this->dataFolder . '/' . self::FILE;
		$written = is_file($file) ? json_decode((string)file_get_contents($file), true) : [];
		return is_array($written) ? $written : [];
	}
}
