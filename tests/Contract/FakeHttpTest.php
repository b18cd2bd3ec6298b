<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Port\Http;
use OCA\Compagnon\Tests\Fake\FakeHttp;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(FakeHttp::class)]
final class FakeHttpTest extends HttpContract {
	#[\Override]
	protected function http(): Http {
		return StagedHttp::make();
	}
}
