<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Error\Refused;
use OCA\Compagnon\Port\Session;
use PHPUnit\Framework\TestCase;

/** What every Session has to do. */
abstract class SessionContract extends TestCase {
	/** @param ?string $userId who is logged in: "contract-in" or nobody */
	abstract protected function session(?string $userId): Session;

	public function testSaysWhoIsLoggedIn(): void {
		self::assertSame('contract-in', $this->session('contract-in')->userId());
	}

	public function testNobodyIsRefusedWithASentence(): void {
		try {
			$this->session(null)->userId();
			self::fail('nobody is logged in');
		} catch (Refused $e) {
			self::assertStringContainsString('log in again', $e->sentence);
		}
	}
}
