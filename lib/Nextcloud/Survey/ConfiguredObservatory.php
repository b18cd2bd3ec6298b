<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Nextcloud\Survey;

use OCA\Compagnon\Port\NamedObservatory;
use OCP\IConfig;

/** The system config value `compagnon.observatory`: only whoever runs the server can set it. */
final readonly class ConfiguredObservatory implements NamedObservatory {
	public const CONFIG = 'compagnon.observatory';

	public function __construct(
		private IConfig $config,
	) {
	}

	#[\Override]
	public function written(): array {
		$written = $this->config->getSystemValue(self::CONFIG, []);
		return is_array($written) ? $written : [];
	}
}
