<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Demo\Adapter\DemoTourFolders;
use OCA\Compagnon\Port\TourFolders;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(DemoTourFolders::class)]
final class DemoTourFoldersTest extends TourFoldersContract {
	/** Its folder lives as long as this. */
	private DemoSpace $space;

	#[\Override]
	protected function tearDown(): void {
		if (is_dir($this->space->folder . '/tours')) {
			rmdir($this->space->folder . '/tours');
		}
	}

	#[\Override]
	protected function none(): TourFolders {
		$this->space = new DemoSpace();
		return $this->space->container->get(TourFolders::class);
	}

	#[\Override]
	protected function some(): array {
		$folders = $this->none();
		mkdir($this->space->folder . '/tours');
		return [$folders, [$this->space->folder . '/tours']];
	}
}
