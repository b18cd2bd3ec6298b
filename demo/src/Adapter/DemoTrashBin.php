<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\Adapter;

use OCA\Compagnon\Demo\Files\Refused;
use OCA\Compagnon\Demo\Files\Tree;
use OCA\Compagnon\Port\TrashBin;
use OCA\Compagnon\Transfer\Target\FilesFault;
use OCA\Compagnon\Transfer\Target\FilesFaultKind;

final readonly class DemoTrashBin implements TrashBin {
	public function __construct(
		private Tree $tree,
	) {
	}

	#[\Override]
	public function put(string $userId, int $fileId): void {
		try {
			$this->tree->trash($this->tree->reach($userId, $fileId));
		} catch (Refused $e) {
			throw FilesFault::of(FilesFaultKind::Missing, $e);
		}
	}
}
