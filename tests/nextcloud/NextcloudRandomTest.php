<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Nextcloud;

use OCA\Compagnon\Port\Random;
use OCA\Compagnon\Tests\Contract\RandomContract;
use OCA\Compagnon\Transfer\SystemRandom;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(SystemRandom::class)]
final class NextcloudRandomTest extends RandomContract {
	#[\Override]
	protected function random(): Random {
		return Support::adapter(Random::class);
	}
}
