<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\Adapter;

use OCA\Compagnon\Http\EndpointMap;
use OCA\Compagnon\Port\Endpoints;

/** The file endpoints.json of the data folder, when there is one. */
final readonly class DemoEndpoints implements Endpoints {
	public function __construct(
		private string $dataFolder,
	) {
	}

	#[\Override]
	public function inPlaceOf(string $host): ?string {
		$file = $this->dataFolder . '/endpoints.json';
		$written = is_file($file) ? json_decode((string)file_get_contents($file), true) : [];
		return (new EndpointMap(is_array($written) ? $written : []))->inPlaceOf($host);
	}
}
