<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Port\TourFolders;
use PHPUnit\Framework\TestCase;

/** What every TourFolders has to do. */
abstract class TourFoldersContract extends TestCase {
	/** That of a host on which nobody has named a folder. */
	abstract protected function none(): TourFolders;

	/** @return array{TourFolders, list<string>} that of a host on which folders are named, and which */
	abstract protected function some(): array;

	public function testWithoutAnybodyThereIsNothing(): void {
		self::assertSame([], $this->none()->paths());
	}

	public function testFoldersComeInTheOrderInWhichTheyWereNamed(): void {
		[$folders, $paths] = $this->some();

		self::assertNotSame([], $paths);
		self::assertSame($paths, $folders->paths());
		self::assertSame($paths, $folders->paths());
	}
}
