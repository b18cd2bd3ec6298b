<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Nextcloud\Transfer;

use OCA\Compagnon\Port\Files;
use OCA\Compagnon\Port\NameRules;
use OCA\Compagnon\Transfer\Target\Content;
use OCA\Compagnon\Transfer\Target\FilesFault;
use OCA\Compagnon\Transfer\Target\FilesFaultKind;
use OCA\Compagnon\Transfer\Target\NewFile;
use OCA\Compagnon\Transfer\Target\StoredFile;
use OCP\Files\File;
use OCP\Files\Folder;
use OCP\Files\Node;
use OCP\Files\NotPermittedException;
use OCP\Files\Storage\ILockingStorage;
use OCP\Files\Storage\ISharedStorage;
use OCP\Files\Storage\IStorage;
use OCP\Lock\ILockingProvider;
use OCP\Lock\LockedException;

/**
 * A person's files through the platform's nodes, which works on every storage and tells every app. Many at once go
 * through FastFolder where the storage allows that.
 */
final readonly class NodeFiles implements Files {
	public function __construct(
		private Homes $homes,
		private NameRules $rules,
		private FastFolder $fast,
		private ILockingProvider $locks,
		private DeadWrites $dead,
	) {
	}

	#[\Override]
	public function find(string $userId, string $path): ?StoredFile {
		return $this->homes->of($userId, function (Folder $home) use ($path): ?StoredFile {
			$node = Homes::node($home, $path) ?? $this->freed($home, $path);
			return $node === null ? null : Homes::stored($home, $node);
		});
	}

	#[\Override]
	public function byId(string $userId, int $fileId): ?StoredFile {
		return $this->homes->of($userId, static function (Folder $home) use ($fileId): ?StoredFile {
			$node = $home->getFirstNodeById($fileId);
			return $node === null ? null : Homes::stored($home, $node);
		});
	}

	#[\Override]
	public function children(string $userId, string $path): array {
		return $this->homes->of($userId, static fn (Folder $home): array => array_map(
			static fn (Node $node): StoredFile => Homes::stored($home, $node),
			array_values(Homes::folder($home, $path)->getDirectoryListing()),
		));
	}

	#[\Override]
	public function ending(string $userId, array $endings, int $limit): array {
		return $this->homes->of($userId, static function (Folder $home) use ($endings, $limit): array {
			$found = [];
			foreach ($endings as $ending) {
				foreach ($home->search($ending) as $node) {
					$isOne = $node instanceof File && str_ends_with(mb_strtolower($node->getName()), $ending);
					if ($isOne && !$node->getStorage()->instanceOfStorage(ISharedStorage::class)) {
						$found[$node->getId()] = $node;
					}
				}
			}
			usort($found, static fn (Node $a, Node $b): int => $b->getMTime() <=> $a->getMTime());
			return array_map(static fn (Node $node): StoredFile => Homes::stored($home, $node), array_slice($found, 0, $limit));
		});
	}

	#[\Override]
	public function makeFolder(string $userId, string $path): StoredFile {
		return $this->homes->of($userId, fn (Folder $home): StoredFile => Homes::stored($home, $this->made($home, $path)));
	}

	#[\Override]
	public function room(string $userId, string $path): ?int {
		return $this->homes->of($userId, static function (Folder $home) use ($path): ?int {
			// A folder that is not made yet will have the room of the one it comes to lie in.
			while (true) {
				$node = Homes::node($home, $path);
				if ($node !== null) {
					return self::roomIn($node instanceof Folder ? $node : $node->getParent());
				}
				$path = substr($path, 0, (int)strrpos($path, '/'));
			}
		});
	}

	#[\Override]
	public function create(string $userId, string $folder, string $name, Content $content, ?int $modifiedAt): StoredFile {
		return $this->homes->of($userId, function (Folder $home) use ($folder, $name, $content, $modifiedAt): StoredFile {
			$parent = Homes::folder($home, $folder);
			$this->refuse($parent, $name);
			if ($parent->nodeExists($name) || $this->dead->free($parent, $name)) {
				throw FilesFault::of(FilesFaultKind::Taken);
			}
			if (!$parent->isCreatable()) {
				throw FilesFault::of(FilesFaultKind::ReadOnly);
			}
			self::refuseFull($parent, $content->size);
			$file = $this->written($parent, $name, $content);
			if ($modifiedAt !== null) {
				$file->touch($modifiedAt);
			}
			return Homes::stored($home, $parent->get($name));
		});
	}

	#[\Override]
	public function replace(string $userId, int $fileId, string $etag, Content $content, ?int $modifiedAt): StoredFile {
		return $this->homes->of($userId, function (Folder $home) use ($fileId, $etag, $content, $modifiedAt): StoredFile {
			$file = Homes::file($home, $fileId);
			if (Homes::etag($file) !== $etag) {
				throw FilesFault::of(FilesFaultKind::Changed);
			}
			if (!$file->isUpdateable()) {
				throw FilesFault::of(FilesFaultKind::ReadOnly);
			}
			// All of it has to fit, for a version is kept of what is there.
			self::refuseFull($file->getParent(), $content->size);
			$file->putContent($content->bytes ?? $content->open());
			if ($modifiedAt !== null) {
				$file->touch($modifiedAt);
			}
			$stored = Homes::stored($home, Homes::file($home, $fileId));
			return $stored->size === $content->size ? $stored : throw FilesFault::of(FilesFaultKind::Full);
		});
	}

	#[\Override]
	public function touch(string $userId, int $fileId, int $modifiedAt): StoredFile {
		return $this->homes->of($userId, static function (Folder $home) use ($fileId, $modifiedAt): StoredFile {
			Homes::file($home, $fileId)->touch($modifiedAt);
			return Homes::stored($home, Homes::file($home, $fileId));
		});
	}

	#[\Override]
	public function isFast(string $userId, string $folder): bool {
		return $this->homes->of($userId, function (Folder $home) use ($folder): bool {
			$node = Homes::node($home, $folder);
			return $node instanceof Folder && $this->fast->isFor($home, $node);
		});
	}

	#[\Override]
	public function createMany(string $userId, string $folder, array $files): array {
		return $this->homes->of($userId, function (Folder $home) use ($userId, $folder, $files): array {
			$parent = Homes::folder($home, $folder);
			if (!$parent->isCreatable()) {
				throw FilesFault::of(FilesFaultKind::ReadOnly);
			}
			return $this->fast->isFor($home, $parent)
				? $this->fast->store($home, $parent, $files)
				: array_map(fn (NewFile $file): StoredFile|FilesFault => $this->one($userId, $folder, $file), $files);
		});
	}

	/** What a killed process has left there, when it did. */
	private function freed(Folder $home, string $path): ?Node {
		$names = explode('/', $path);
		$name = array_pop($names);
		$parent = Homes::node($home, implode('/', $names));
		return $parent instanceof Folder && $this->dead->free($parent, $name) ? Homes::node($home, $path) : null;
	}

	private function one(string $userId, string $folder, NewFile $file): StoredFile|FilesFault {
		try {
			return $this->create($userId, $folder, $file->name, $file->content, $file->modifiedAt);
		} catch (FilesFault $e) {
			return $e;
		}
	}

	#[\Override]
	public function read(string $userId, int $fileId): mixed {
		return $this->homes->of($userId, function (Folder $home) use ($fileId): mixed {
			$stream = $this->fast->readBack($home, $fileId) ?? $this->opened(Homes::file($home, $fileId));
			return is_resource($stream) ? $stream : throw FilesFault::of(FilesFaultKind::Unavailable);
		});
	}

	/**
	 * By the storage, with everything that lies around it. The platform's own way locks each folder above as well, at three
	 * queries each; what is open here stays what it was, whatever happens to its name.
	 *
	 * @return resource|false
	 */
	private function opened(File $file): mixed {
		if (!$file->isReadable()) {
			return false;
		}
		$storage = $file->getStorage();
		$path = $file->getInternalPath();
		if ($storage instanceof ILockingStorage) {
			$this->acquire($storage, $path);
		}
		try {
			return $storage->fopen($path, 'r');
		} finally {
			if ($storage instanceof ILockingStorage) {
				$storage->releaseLock($path, ILockingProvider::LOCK_SHARED, $this->locks);
			}
		}
	}

	/** @throws LockedException */
	private function acquire(ILockingStorage&IStorage $storage, string $path): void {
		try {
			$storage->acquireLock($path, ILockingProvider::LOCK_SHARED, $this->locks);
		} catch (LockedException) {
			$this->dead->unlock($storage, $path);
			$storage->acquireLock($path, ILockingProvider::LOCK_SHARED, $this->locks);
		}
	}

	/** @return ?int null when the platform says that it does not know, or that there is no limit */
	public static function roomIn(Folder $folder): ?int {
		$free = $folder->getFreeSpace();
		return $free < 0 ? null : $free;
	}

	private function made(Folder $home, string $path): Folder {
		$there = Homes::node($home, $path);
		if ($there !== null) {
			return $there instanceof Folder ? $there : throw FilesFault::of(FilesFaultKind::Taken);
		}
		$names = explode('/', $path);
		$name = array_pop($names);
		$parent = $this->made($home, implode('/', $names));
		$this->refuse($parent, $name);
		if (!$parent->isCreatable()) {
			throw FilesFault::of(FilesFaultKind::ReadOnly);
		}
		return $parent->newFolder($name);
	}

	/** A file that was cut off by a quota is not left behind. */
	private function written(Folder $parent, string $name, Content $content): File {
		try {
			$file = $parent->newFile($name, $content->bytes ?? $content->open());
		} catch (NotPermittedException $e) {
			if (!$parent->nodeExists($name)) {
				throw $e;
			}
			$parent->get($name)->delete();
			throw FilesFault::of(FilesFaultKind::Full, $e);
		}
		if ($file->getSize() !== $content->size) {
			$file->delete();
			throw FilesFault::of(FilesFaultKind::Full);
		}
		return $file;
	}

	/** The platform would write such names to the disk and never show them. */
	private function refuse(Folder $parent, string $name): void {
		if (!$this->rules->allows($name) || mb_strlen($parent->getPath()) + 1 + mb_strlen($name) > $this->rules->maxPath()) {
			throw FilesFault::of(FilesFaultKind::Refused);
		}
	}

	private static function refuseFull(Folder $parent, int $bytes): void {
		if ($bytes > (self::roomIn($parent) ?? PHP_INT_MAX)) {
			throw FilesFault::of(FilesFaultKind::Full);
		}
	}
}
