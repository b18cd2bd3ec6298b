<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Port\Urls;
use OCA\Compagnon\Tests\Fake\FakeUrls;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(FakeUrls::class)]
final class FakeUrlsTest extends UrlsContract {
	#[\Override]
	protected function urls(): Urls {
		return new FakeUrls();
	}
}
