<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Nextcloud\Transfer;

use OCA\Compagnon\Http\EndpointMap;
use OCA\Compagnon\Port\Endpoints;
use OCP\IConfig;

/** The system config value `compagnon.endpoints`: a map from a provider's host to an address used in its place. */
final readonly class ConfiguredEndpoints implements Endpoints {
	public const CONFIG = 'compagnon.endpoints';

	public function __construct(
		private IConfig $config,
	) {
	}

	#[\Override]
	public function inPlaceOf(string $host): ?string {
		$written = $this->config->getSystemValue(self::CONFIG, []);
		return (new EndpointMap(is_array($written) ? $written : []))->inPlaceOf($host);
	}
}
