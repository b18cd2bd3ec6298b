<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Fake;

use OCA\Compagnon\Port\Files;
use OCA\Compagnon\Transfer\Target\Content;
use OCA\Compagnon\Transfer\Target\FilesFault;
use OCA\Compagnon\Transfer\Target\FilesFaultKind;
use OCA\Compagnon\Transfer\Target\NewFile;
use OCA\Compagnon\Transfer\Target\StoredFile;

/** The files of a real space, where things go wrong as they do in FakeFiles. */
final class ShakyFiles implements Files {
	/** @var list<string> paths of files that somebody uses */
	public array $locked = [];
	/** @var (\Closure(string, string, string): void)|null called before and after each change, as by FakeFiles */
	public ?\Closure $watch = null;
	/** In the next file that is stored, the power goes when that many bytes were read of what is to be written. */
	public ?int $cutAfter = null;
	/** @var (\Closure(): never)|null what happens then; a PowerCut when null */
	public ?\Closure $power = null;
	/** Nothing fits any more. */
	public bool $isFull = false;
	/** How often createMany() was asked. */
	public int $batches = 0;

	public function __construct(
		private readonly Files $files,
	) {
	}

	#[\Override]
	public function find(string $userId, string $path): ?StoredFile {
		return $this->files->find($userId, $path);
	}

	#[\Override]
	public function byId(string $userId, int $fileId): ?StoredFile {
		return $this->files->byId($userId, $fileId);
	}

	#[\Override]
	public function children(string $userId, string $path): array {
		return $this->files->children($userId, $path);
	}

	#[\Override]
	public function ending(string $userId, array $endings, int $limit): array {
		return $this->files->ending($userId, $endings, $limit);
	}

	#[\Override]
	public function makeFolder(string $userId, string $path): StoredFile {
		return $this->watched('makeFolder', $path, fn (): StoredFile => $this->files->makeFolder($userId, $path));
	}

	#[\Override]
	public function room(string $userId, string $path): ?int {
		return $this->isFull ? 0 : $this->files->room($userId, $path);
	}

	#[\Override]
	public function create(string $userId, string $folder, string $name, Content $content, ?int $modifiedAt): StoredFile {
		$path = ltrim("$folder/$name", '/');
		$this->refuse($path);
		return $this->watched('create', $path, fn (): StoredFile => $this->files->create($userId, $folder, $name, $this->cut($content), $modifiedAt));
	}

	#[\Override]
	public function replace(string $userId, int $fileId, string $etag, Content $content, ?int $modifiedAt): StoredFile {
		$path = $this->files->byId($userId, $fileId)->path ?? '';
		$this->refuse($path);
		return $this->watched('replace', $path, fn (): StoredFile => $this->files->replace($userId, $fileId, $etag, $this->cut($content), $modifiedAt));
	}

	#[\Override]
	public function touch(string $userId, int $fileId, int $modifiedAt): StoredFile {
		return $this->watched('touch', "$fileId", fn (): StoredFile => $this->files->touch($userId, $fileId, $modifiedAt));
	}

	#[\Override]
	public function isFast(string $userId, string $folder): bool {
		return $this->files->isFast($userId, $folder);
	}

	#[\Override]
	public function createMany(string $userId, string $folder, array $files): array {
		$this->batches++;
		foreach ($files as $file) {
			$this->refuse(ltrim("$folder/$file->name", '/'));
		}
		$files = array_map(fn (NewFile $file): NewFile => new NewFile($file->name, $this->cut($file->content), $file->modifiedAt), $files);
		return $this->watched('create', $folder, fn (): array => $this->files->createMany($userId, $folder, $files));
	}

	#[\Override]
	public function read(string $userId, int $fileId): mixed {
		return $this->files->read($userId, $fileId);
	}

	/**
	 * @template T
	 * @param \Closure(): T $do
	 * @return T
	 */
	private function watched(string $act, string $path, \Closure $do): mixed {
		$this->watch === null ? null : ($this->watch)('before', $act, $path);
		$done = $do();
		$this->watch === null ? null : ($this->watch)('after', $act, $path);
		return $done;
	}

	/** @throws FilesFault */
	private function refuse(string $path): void {
		if ($this->isFull) {
			throw FilesFault::of(FilesFaultKind::Full);
		}
		if (in_array($path, $this->locked, true)) {
			throw FilesFault::of(FilesFaultKind::Locked);
		}
	}

	private function cut(Content $content): Content {
		if ($this->cutAfter === null || $content->size <= $this->cutAfter) {
			return $content;
		}
		$cut = DyingStream::content($content, $this->cutAfter, $this->power ?? static fn () => throw new PowerCut());
		$this->cutAfter = null;
		return $cut;
	}
}
