<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Fake;

use OCA\Compagnon\Port\Host;

final class FakeHost implements Host {
	public function __construct(
		public string $name = 'nextcloud',
		public int $version = 32,
		public string $release = '32.0.1',
	) {
	}

	#[\Override]
	public function name(): string {
		return $this->name;
	}

	#[\Override]
	public function version(): int {
		return $this->version;
	}

	#[\Override]
	public function release(): string {
		return $this->release;
	}
}
