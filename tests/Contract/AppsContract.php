<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Port\Apps;
use PHPUnit\Framework\TestCase;

/** What every Apps has to do. */
abstract class AppsContract extends TestCase {
	/** With the people "contract-in", who can use everything, and "contract-out", who cannot use Compagnon. */
	abstract protected function apps(): Apps;

	public function testWhoMayUseAnAppCan(): void {
		self::assertTrue($this->apps()->usable('compagnon', 'contract-in'));
		self::assertTrue($this->apps()->usable('files', 'contract-in'));
	}

	public function testWhoMayNotUseAnAppCannot(): void {
		self::assertFalse($this->apps()->usable('compagnon', 'contract-out'));
		self::assertTrue($this->apps()->usable('files', 'contract-out'));
	}

	public function testAnUnknownAppIsNotUsable(): void {
		foreach (['no_such_app', '', '../files', 'files '] as $app) {
			self::assertFalse($this->apps()->usable($app, 'contract-in'), "\"$app\"");
		}
	}

	public function testAnAppThatSomebodyCanUseHasAVersion(): void {
		self::assertMatchesRegularExpression('/^\d+(\.\d+)*/', (string)$this->apps()->version('files'));
		self::assertMatchesRegularExpression('/^\d+\.\d+\.\d+/', (string)$this->apps()->version('compagnon'));
		foreach (['no_such_app', '', '../files', 'files '] as $app) {
			self::assertNull($this->apps()->version($app), "\"$app\"");
		}
	}

	public function testSomebodyUnknownCanUseNothing(): void {
		foreach (['contract-nobody', '', '🌻'] as $person) {
			self::assertFalse($this->apps()->usable('files', $person), "\"$person\"");
		}
	}
}
