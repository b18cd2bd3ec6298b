<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Nextcloud\Transfer;

use OCA\Compagnon\Transfer\Target\FilesFault;
use OCA\Compagnon\Transfer\Target\FilesFaultKind;
use OCP\Files\Folder;
use OCP\Files\Storage\ILockingStorage;
use OCP\Lock\ILockingProvider;

/**
 * A process that is killed while it writes leaves a part of a file that the platform does not know, and a lock on it that
 * lasts for an hour: until then nobody can see, replace or delete it. Whoever is still writing writes something.
 */
final readonly class DeadWrites {
	private const QUIET_SECONDS = 120;

	public function __construct(
		private ILockingProvider $locks,
	) {
	}

	/**
	 * @return bool whether something lies there that can be seen now
	 * @throws FilesFault locked, when it may be that somebody is writing
	 */
	public function free(Folder $parent, string $name): bool {
		$storage = $parent->getStorage();
		$path = ltrim($parent->getInternalPath() . '/' . $name, '/');
		if (!$storage instanceof ILockingStorage || !$storage->file_exists($path) || $storage->getCache()->inCache($path)) {
			return false;
		}
		if ($storage->filemtime($path) > time() - self::QUIET_SECONDS) {
			throw FilesFault::of(FilesFaultKind::Locked);
		}
		$storage->releaseLock($path, ILockingProvider::LOCK_EXCLUSIVE, $this->locks);
		// Looking for the file would do the same, if it had not been tried already in vain, which leaves a lock of its own.
		$storage->getUpdater()->update($path);
		return true;
	}
}
