<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Nextcloud\Transfer;

use OCA\Compagnon\Port\Clock;
use OCA\Compagnon\Transfer\Target\FilesFault;
use OCP\Files\Folder;
use OCP\Files\Storage\ILockingStorage;
use OCP\Files\Storage\IStorage;
use OCP\Lock\ILockingProvider;

/**
 * A process that is killed while it writes leaves a lock on the file that lasts for an hour, and perhaps only a part of the
 * file, which the platform does not know: until then nobody can see, replace or delete it. Whoever is still writing writes
 * something.
 */
final readonly class DeadWrites {
	private const QUIET_SECONDS = 120;

	public function __construct(
		private ILockingProvider $locks,
		private Clock $clock,
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
		$this->refuseLively($storage->filemtime($path));
		$storage->releaseLock($path, ILockingProvider::LOCK_EXCLUSIVE, $this->locks);
		// Looking for the file would do the same, if it had not been tried already in vain, which leaves a lock of its own.
		$storage->getUpdater()->update($path);
		return true;
	}

	/**
	 * The lock on a file that the platform knows.
	 *
	 * @throws FilesFault locked, when it may be that somebody is writing
	 */
	public function unlock(ILockingStorage&IStorage $storage, string $path): void {
		$stat = $storage->stat($path);
		// Unlike its date, nobody can set when a file was changed last. Storages elsewhere do not tell.
		$this->refuseLively(is_array($stat) ? $stat['ctime'] ?? null : null);
		$storage->releaseLock($path, ILockingProvider::LOCK_EXCLUSIVE, $this->locks);
	}

	private function refuseLively(mixed $changedAt): void {
		$left = is_int($changedAt) ? $changedAt + self::QUIET_SECONDS - $this->clock->now() : null;
		if ($left === null || $left > 0) {
			// A date from the future says nothing.
			throw FilesFault::locked($left === null ? null : min($left, self::QUIET_SECONDS));
		}
	}
}
