<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Adventure\Practice;

use OCA\Compagnon\Error\Unavailable;
use OCA\Compagnon\Port\TrashBin;
use OCA\Compagnon\Transfer\Target\FilesFault;
use OCA\Compagnon\Transfer\Target\FilesFaultKind;

/** Puts the practice folder, and nothing else ever, into the trash. */
final readonly class RemovePractice {
	public function __construct(
		private PracticeFolder $folder,
		private TrashBin $trash,
	) {
	}

	/**
	 * @return bool whether there was one
	 * @throws Unavailable when it could not be put there
	 */
	public function remove(string $userId): bool {
		try {
			$folder = $this->folder->find($userId);
			if ($folder !== null) {
				$this->trash->put($userId, $folder->id);
			}
		} catch (FilesFault $e) {
			if ($e->kind !== FilesFaultKind::Missing) {
				throw new Unavailable('The practice folder could not be put into the trash. You can do so yourself in Files.', previous: $e);
			}
			$folder = null;
		}
		$this->folder->forget($userId);
		return $folder !== null;
	}
}
