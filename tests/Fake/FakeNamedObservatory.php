<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Fake;

use OCA\Compagnon\Port\NamedObservatory;

final class FakeNamedObservatory implements NamedObservatory {
	/** @param array<array-key, mixed> $written */
	public function __construct(
		public array $written = [],
	) {
	}

	#[\Override]
	public function written(): array {
		return $this->written;
	}
}
