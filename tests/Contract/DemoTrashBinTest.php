<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Demo\Adapter\DemoTrashBin;
use OCA\Compagnon\Demo\Files\Tree;
use OCA\Compagnon\Port\Files;
use OCA\Compagnon\Port\TrashBin;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(DemoTrashBin::class)]
final class DemoTrashBinTest extends TrashBinContract {
	private DemoSpace $space;

	#[\Override]
	protected function trash(): TrashBin {
		$this->space = new DemoSpace();
		return $this->space->container->get(TrashBin::class);
	}

	#[\Override]
	protected function files(): Files {
		return $this->space->container->get(Files::class);
	}

	#[\Override]
	protected function restore(int $fileId): void {
		$this->space->container->get(Tree::class)->restore(self::USER, $fileId);
	}
}
