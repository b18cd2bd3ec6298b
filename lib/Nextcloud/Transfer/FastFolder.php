<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Nextcloud\Transfer;

use OCA\Compagnon\Port\Database;
use OCA\Compagnon\Port\NameRules;
use OCA\Compagnon\Transfer\Target\FilesFault;
use OCA\Compagnon\Transfer\Target\FilesFaultKind;
use OCA\Compagnon\Transfer\Target\NewFile;
use OCA\Compagnon\Transfer\Target\StoredFile;
use OCP\DB\Exception;
use OCP\Encryption\IManager;
use OCP\Files\Folder;
use OCP\Files\IHomeStorage;
use OCP\Files\Storage\IStorage;
use OCP\Files\Storage\IWriteStreamStorage;
use OCP\Lock\ILockingProvider;

/**
 * Stores new files of one folder at once: straight onto a home on the server's own disk, then all of them into the table
 * of files in one go. Forty times as fast as one by one, because apps are not told of each file: activity, notifications
 * and search in contents do not hear of them; what goes by the table of files does.
 */
final class FastFolder {
	private const TRIES = 8;
	private const WAIT_MICROSECONDS = 50_000;

	/** @var array<string, array{IStorage, string}> what was stored last, by person and id, until it is read back */
	private array $fresh = [];

	public function __construct(
		private readonly NameRules $rules,
		private readonly IManager $encryption,
		private readonly Database $database,
	) {
	}

	/** Whether nothing stands between the folder and the disk that would have to see each write. */
	public function isFor(Folder $home, Folder $folder): bool {
		$storage = $folder->getStorage();
		return $storage->instanceOfStorage(IHomeStorage::class)
			&& $storage instanceof IWriteStreamStorage
			&& $storage->isLocal()
			&& !$this->encryption->isEnabled()
			&& $folder->getMountPoint()->getMountPoint() === $home->getMountPoint()->getMountPoint();
	}

	/**
	 * @param non-empty-list<NewFile> $files
	 * @return list<StoredFile|FilesFault>
	 */
	public function store(Folder $home, Folder $folder, array $files): array {
		$storage = $folder->getStorage();
		if (!$storage instanceof IWriteStreamStorage) {
			throw FilesFault::of(FilesFaultKind::Unavailable);
		}
		$folder->lock(ILockingProvider::LOCK_SHARED);
		try {
			$room = NodeFiles::roomIn($folder) ?? PHP_INT_MAX;
			$faults = [];
			foreach ($files as $i => $file) {
				$faults[$i] = $this->write($storage, $folder, $file, $room);
				$room -= $faults[$i] === null ? $file->content->size : 0;
			}
			$stored = $this->enter($storage, $home, $folder, $files, $faults);
		} finally {
			$folder->unlock(ILockingProvider::LOCK_SHARED);
		}
		$this->fresh = [];
		foreach ($stored as $one) {
			if ($one instanceof StoredFile) {
				$this->fresh[self::key($home, $one->id)] = [$storage, self::inside($folder, $one->name())];
			}
		}
		return $stored;
	}

	/**
	 * Once, where it was just written: to be found by its id first costs more than all the rest.
	 *
	 * @return resource|false|null null when the file is none of those that were stored last
	 */
	public function readBack(Folder $home, int $fileId): mixed {
		[$storage, $path] = $this->fresh[self::key($home, $fileId)] ?? [null, ''];
		unset($this->fresh[self::key($home, $fileId)]);
		return $storage?->fopen($path, 'r');
	}

	private function write(IWriteStreamStorage $storage, Folder $folder, NewFile $file, int $room): ?FilesFault {
		$path = self::inside($folder, $file->name);
		$kind = match (true) {
			!$this->rules->allows($file->name), mb_strlen("{$folder->getPath()}/$file->name") > $this->rules->maxPath() => FilesFaultKind::Refused,
			$storage->file_exists($path) => FilesFaultKind::Taken,
			$file->content->size > $room => FilesFaultKind::Full,
			default => null,
		};
		if ($kind !== null) {
			return FilesFault::of($kind);
		}
		try {
			$written = $storage->writeStream($path, $file->content->open(), $file->content->size);
			if ($written !== $file->content->size) {
				$storage->unlink($path);
				return FilesFault::of(FilesFaultKind::Full);
			}
			if ($file->modifiedAt !== null) {
				$storage->touch($path, $file->modifiedAt);
			}
			return null;
		} catch (\Exception $e) {
			$storage->unlink($path);
			$fault = FilesFaults::of($e);
			return $fault instanceof FilesFault ? $fault : throw $fault;
		}
	}

	/**
	 * Makes what lies on the disk known.
	 *
	 * @param non-empty-list<NewFile> $files
	 * @param array<int, ?FilesFault> $faults
	 * @return list<StoredFile|FilesFault>
	 */
	private function enter(IStorage $storage, Folder $home, Folder $folder, array $files, array $faults): array {
		$stored = $this->patiently(fn (): array => array_map(
			fn (NewFile $file, ?FilesFault $fault): StoredFile|FilesFault => $fault ?? $this->scan($storage, $home, $folder, $file->name),
			$files,
			$faults,
		));
		$bytes = array_sum(array_map(static fn (StoredFile|FilesFault $one): int => $one instanceof StoredFile ? $one->size : 0, $stored));
		$first = array_search(null, $faults, true);
		if ($first !== false) {
			$storage->getPropagator()->propagateChange(self::inside($folder, $files[$first]->name), time(), $bytes);
		}
		return $stored;
	}

	/**
	 * In one transaction, again when somebody else held a lock for longer than the database waits.
	 *
	 * @template T
	 * @param callable(): T $do
	 * @return T
	 */
	private function patiently(callable $do): mixed {
		for ($try = 1; ; $try++) {
			try {
				/** @throws Exception of what is done in there */
				return $this->database->transactional($do);
			} catch (Exception $e) {
				if ($try === self::TRIES || $e->getReason() !== Exception::REASON_LOCK_WAIT_TIMEOUT) {
					throw $e;
				}
				usleep(random_int(1, $try) * self::WAIT_MICROSECONDS);
			}
		}
	}

	private function scan(IStorage $storage, Folder $home, Folder $folder, string $name): StoredFile|FilesFault {
		$path = self::inside($folder, $name);
		// Nothing is known of a name that was free on the disk: that need not be asked.
		$data = $storage->getScanner()->scanFile($path, 0, $folder->getId(), [], false);
		if (!is_array($data) || !is_int($data['fileid'] ?? null) || $data['fileid'] < 1) {
			// Without a row nobody would ever see it.
			$storage->unlink($path);
			return FilesFault::of(FilesFaultKind::Refused);
		}
		$size = is_numeric($data['size'] ?? null) ? (int)$data['size'] : 0;
		return new StoredFile(
			$data['fileid'],
			trim($home->getRelativePath($folder->getPath()) . '/' . $name, '/'),
			false,
			$size,
			is_numeric($data['mtime'] ?? null) ? (int)$data['mtime'] : 0,
			Homes::etagOf(is_string($data['etag'] ?? null) ? $data['etag'] : '', $size),
			true,
		);
	}

	private static function key(Folder $home, int $fileId): string {
		return $home->getPath() . " $fileId";
	}

	private static function inside(Folder $folder, string $name): string {
		return ltrim($folder->getInternalPath() . '/' . $name, '/');
	}
}
