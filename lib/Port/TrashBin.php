<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Port;

use OCA\Compagnon\Transfer\Target\FilesFault;

/** Takes away what a person can bring back. */
interface TrashBin {
	/**
	 * Puts a file or folder of the person into the trash, with all that lies in it. No session is needed.
	 *
	 * @throws FilesFault missing; locked, readOnly; refused where there is no trash, for then it would be lost
	 */
	public function put(string $userId, int $fileId): void;
}
