<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Nextcloud;

use OCA\Compagnon\Port\Host;
use OCP\ServerVersion;

final readonly class NextcloudHost implements Host {
	public function __construct(
		private ServerVersion $version,
	) {
	}

	#[\Override]
	public function name(): string {
		return 'nextcloud';
	}

	#[\Override]
	public function version(): int {
		return $this->version->getMajorVersion();
	}

	#[\Override]
	public function release(): string {
		return $this->version->getVersionString();
	}
}
