<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Port\TourFolders;
use OCA\Compagnon\Tests\Fake\FakeTourFolders;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(FakeTourFolders::class)]
final class FakeTourFoldersTest extends TourFoldersContract {
	#[\Override]
	protected function none(): TourFolders {
		return new FakeTourFolders();
	}

	#[\Override]
	protected function some(): array {
		return [new FakeTourFolders(['/b', '/a', '/b']), ['/b', '/a']];
	}
}
