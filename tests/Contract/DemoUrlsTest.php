<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Demo\Adapter\DemoUrls;
use OCA\Compagnon\Port\Urls;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(DemoUrls::class)]
final class DemoUrlsTest extends UrlsContract {
	private DemoSpace $space;

	#[\Override]
	protected function setUp(): void {
		$this->space = new DemoSpace();
	}

	#[\Override]
	protected function urls(): Urls {
		return $this->space->container->get(Urls::class);
	}
}
