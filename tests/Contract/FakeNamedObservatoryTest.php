<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Port\NamedObservatory;
use OCA\Compagnon\Tests\Fake\FakeNamedObservatory;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(FakeNamedObservatory::class)]
final class FakeNamedObservatoryTest extends NamedObservatoryContract {
	#[\Override]
	protected function observatory(?array $written): NamedObservatory {
		return new FakeNamedObservatory($written ?? []);
	}
}
