<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Port\Files;
use OCA\Compagnon\Port\TrashBin;
use OCA\Compagnon\Tests\Fake\FakeFiles;
use OCA\Compagnon\Tests\Fake\FakeTrashBin;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(FakeTrashBin::class)]
final class FakeTrashBinTest extends TrashBinContract {
	private FakeFiles $files;
	private FakeTrashBin $trash;

	#[\Override]
	protected function trash(): TrashBin {
		$this->files = new FakeFiles();
		return $this->trash = new FakeTrashBin($this->files);
	}

	#[\Override]
	protected function files(): Files {
		return $this->files;
	}

	#[\Override]
	protected function restore(int $fileId): void {
		$this->trash->restore($fileId);
	}
}
