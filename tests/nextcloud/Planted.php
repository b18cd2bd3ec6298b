<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Nextcloud;

/** Something to find differences in. */
class Planted {
	public const ONE = 1;

	public function act(int $times = 2): int {
		return $times;
	}
}
