<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Nextcloud\Facts;

use OCP\Files\IRootFolder;
use OCP\IUser;

/** Where a person's own files lie, without what others share with them and what is mounted. */
final readonly class HomeStorage {
	public function __construct(
		private IRootFolder $root,
	) {
	}

	public function id(IUser $user): int {
		return $this->root->getUserFolder($user->getUID())->getStorage()->getCache()->getNumericStorageId();
	}
}
