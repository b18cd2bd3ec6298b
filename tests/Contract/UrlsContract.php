<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Port\Urls;
use PHPUnit\Framework\TestCase;

/** What every Urls has to do. */
abstract class UrlsContract extends TestCase {
	abstract protected function urls(): Urls;

	public function testAPageIsAnAbsoluteAddressOfThisApp(): void {
		self::assertMatchesRegularExpression('#^https?://[^/]+/.*apps/compagnon/transfer/callback$#D', $this->urls()->page('transfer/callback'));
	}

	public function testAFileIsAnAbsoluteAddressWithItsId(): void {
		self::assertMatchesRegularExpression('#^https?://[^/]+/.*\b4217$#D', $this->urls()->file(4217));
	}
}
