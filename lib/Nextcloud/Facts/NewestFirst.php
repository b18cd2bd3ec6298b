<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Nextcloud\Facts;

use OCP\Files\FileInfo;
use OCP\Files\Search\ISearchOrder;

/** By id, the newest first. */
final readonly class NewestFirst implements ISearchOrder {
	#[\Override]
	public function getDirection(): string {
		return self::DIRECTION_DESCENDING;
	}

	#[\Override]
	public function getField(): string {
		return 'fileid';
	}

	#[\Override]
	public function getExtra(): string {
		return '';
	}

	#[\Override]
	public function sortFileInfo(FileInfo $a, FileInfo $b): int {
		return $b->getId() <=> $a->getId();
	}
}
