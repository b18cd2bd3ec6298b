<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Port\Random;
use OCA\Compagnon\Tests\Fake\SequenceRandom;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(SequenceRandom::class)]
final class FakeRandomTest extends RandomContract {
	#[\Override]
	protected function random(): Random {
		return new SequenceRandom();
	}
}
