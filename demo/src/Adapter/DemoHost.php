<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\Adapter;

use OCA\Compagnon\Port\Host;

final readonly class DemoHost implements Host {
	#[\Override]
	public function name(): string {
		return 'demo';
	}

	#[\Override]
	public function version(): int {
		return 1;
	}

	#[\Override]
	public function release(): string {
		return '1';
	}
}
