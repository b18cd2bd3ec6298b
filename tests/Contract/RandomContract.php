<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Port\Random;
use PHPUnit\Framework\TestCase;

/** What every Random has to do. */
abstract class RandomContract extends TestCase {
	abstract protected function random(): Random;

	public function testIdsHaveOneShapeAndNeverComeTwice(): void {
		$random = $this->random();
		$ids = [];
		for ($i = 0; $i < 2_000; $i++) {
			$ids[] = $id = $random->id();
			self::assertMatchesRegularExpression('/^[a-z2-7]{26}$/D', $id);
		}

		self::assertCount(2_000, array_unique($ids));
	}

	public function testBytesHaveTheLengthThatWasAskedFor(): void {
		$random = $this->random();
		foreach ([1, 16, 33, 1_000] as $length) {
			self::assertSame($length, strlen($random->bytes($length)));
		}
		self::assertNotSame($random->bytes(16), $random->bytes(16));
	}

	public function testNumbersAreBetweenBothAndMayBeBoth(): void {
		$random = $this->random();
		for ($i = 0; $i < 200; $i++) {
			self::assertContains($random->between(-1, 1), [-1, 0, 1]);
		}
		self::assertSame(7, $random->between(7, 7));
	}
}
