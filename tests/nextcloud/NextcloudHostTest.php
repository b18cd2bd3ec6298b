<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Nextcloud;

use OCA\Compagnon\Nextcloud\NextcloudHost;
use OCA\Compagnon\Port\Host;
use OCA\Compagnon\Tests\Contract\HostContract;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(NextcloudHost::class)]
final class NextcloudHostTest extends HostContract {
	#[\Override]
	protected function host(): Host {
		return Support::adapter(Host::class);
	}
}
