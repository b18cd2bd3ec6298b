<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Port\Staging;
use PHPUnit\Framework\TestCase;

/** What every Staging has to do. */
abstract class StagingContract extends TestCase {
	abstract protected function staging(): Staging;

	public function testTheFolderIsThereAndTakesFiles(): void {
		$folder = $this->staging()->folder();
		self::assertMatchesRegularExpression('#^/.*[^/]$#D', $folder);
		self::assertDirectoryExists($folder);

		$file = $folder . '/contract-' . bin2hex(random_bytes(4));
		self::assertSame(5, file_put_contents($file, 'bytes'));
		unlink($file);
	}

	public function testOnlyTheServerItselfLooksInside(): void {
		self::assertSame(0, (int)fileperms($this->staging()->folder()) & 0o077);
	}

	public function testItIsTheSameFolderEachTime(): void {
		$staging = $this->staging();

		self::assertSame($staging->folder(), $staging->folder());
	}

	public function testRoomIsANumberOfBytesOrUnknown(): void {
		$room = $this->staging()->room();

		self::assertTrue($room === null || $room >= 0);
	}
}
