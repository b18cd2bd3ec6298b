<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Error\Unavailable;
use OCA\Compagnon\Port\Secrets;
use PHPUnit\Framework\TestCase;

/** What every Secrets has to do. */
abstract class SecretsContract extends TestCase {
	abstract protected function secrets(): Secrets;

	public function testWhatWasSealedOpens(): void {
		$secrets = $this->secrets();
		foreach (['', '0', 'ya29.token', "🌻 l’été\n\0\xff", str_repeat('long ', 4_000)] as $plain) {
			$sealed = $secrets->seal($plain);
			self::assertSame($plain, $secrets->open($sealed));
			self::assertSame(1, preg_match('/^[\x21-\x7e]+$/D', $sealed), 'fits into a text column');
		}
	}

	public function testWhatIsSealedCannotBeReadAndIsNeverTheSame(): void {
		$secrets = $this->secrets();
		$sealed = $secrets->seal('refresh-token-of-nadia');

		self::assertStringNotContainsString('refresh-token', $sealed);
		self::assertNotSame($sealed, $secrets->seal('refresh-token-of-nadia'));
	}

	public function testWhatWasChangedOrCameFromElsewhereDoesNotOpen(): void {
		$secrets = $this->secrets();
		$sealed = $secrets->seal('refresh-token-of-nadia');
		$middle = intdiv(strlen($sealed), 2);
		$changed = $sealed;
		$changed[$middle] = $changed[$middle] === 'b' ? 'c' : 'b';
		foreach ([$changed, substr($sealed, 0, -9), 'nothing', '', 'a|b|c|3', $sealed . 'x'] as $other) {
			try {
				$secrets->open($other);
				self::fail("opened $other");
			} catch (Unavailable $e) {
				self::assertStringContainsString('Connect again', $e->sentence);
				self::assertStringNotContainsString('token', $e->sentence);
			}
		}
	}
}
