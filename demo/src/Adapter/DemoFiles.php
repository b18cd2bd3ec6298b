<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\Adapter;

use OCA\Compagnon\Demo\Account\Accounts;
use OCA\Compagnon\Demo\Files\Blobs;
use OCA\Compagnon\Demo\Files\Node;
use OCA\Compagnon\Demo\Files\Nodes;
use OCA\Compagnon\Demo\Files\Quota;
use OCA\Compagnon\Demo\Files\Versions;
use OCA\Compagnon\Port\Files;
use OCA\Compagnon\Transfer\Target\Content;
use OCA\Compagnon\Transfer\Target\FilesFault;
use OCA\Compagnon\Transfer\Target\FilesFaultKind;
use OCA\Compagnon\Transfer\Target\NewFile;
use OCA\Compagnon\Transfer\Target\PlainNames;
use OCA\Compagnon\Transfer\Target\StoredFile;

/** The person's own space; what others share with them has no path in it. */
final readonly class DemoFiles implements Files {
	public function __construct(
		private Accounts $accounts,
		private Nodes $nodes,
		private Blobs $blobs,
		private Versions $versions,
		private Quota $quota,
	) {
	}

	#[\Override]
	public function find(string $userId, string $path): ?StoredFile {
		$this->mustBeThere($userId);
		if ($path === '') {
			return new StoredFile(0, '', true, $this->nodes->sizeBelow($userId, 0), 0, 'home', true);
		}
		$node = $this->node($userId, $path);
		return $node === null ? null : $this->stored($node, $path);
	}

	#[\Override]
	public function byId(string $userId, int $fileId): ?StoredFile {
		$this->mustBeThere($userId);
		$path = $this->nodes->path($fileId);
		foreach ($path as $node) {
			if ($node->trashedAt !== null || $node->owner !== $userId) {
				return null;
			}
		}
		return $path === [] ? null : $this->stored($path[count($path) - 1], implode('/', array_map(static fn (Node $node): string => $node->name, $path)));
	}

	#[\Override]
	public function children(string $userId, string $path): array {
		$children = $this->nodes->children($userId, $this->folder($userId, $path));
		return array_map(fn (Node $node): StoredFile => $this->stored($node, self::below($path, $node->name)), $children);
	}

	#[\Override]
	public function ending(string $userId, array $endings, int $limit): array {
		$this->mustBeThere($userId);
		// One below something that was thrown away is not there any more either.
		$files = array_map(fn (Node $node): ?StoredFile => $this->byId($userId, $node->id), $this->nodes->ending($userId, $endings));
		return array_slice(array_values(array_filter($files)), 0, $limit);
	}

	#[\Override]
	public function makeFolder(string $userId, string $path): StoredFile {
		$this->mustBeThere($userId);
		$parent = 0;
		foreach ($path === '' ? [] : explode('/', $path) as $name) {
			$node = $this->nodes->child($userId, $parent, $name);
			if ($node?->folder === false) {
				throw FilesFault::of(FilesFaultKind::Taken);
			}
			$parent = $node->id ?? $this->newFolder($userId, $parent, $name);
		}
		return $this->find($userId, $path) ?? throw FilesFault::of(FilesFaultKind::Unavailable);
	}

	#[\Override]
	public function room(string $userId, string $path): ?int {
		$this->mustBeThere($userId);
		return $this->quota->room($userId);
	}

	#[\Override]
	public function create(string $userId, string $folder, string $name, Content $content, ?int $modifiedAt): StoredFile {
		$parent = $this->folder($userId, $folder);
		$this->refuse($name);
		$this->refuseFull($userId, $content->size);
		$staged = $this->blobs->stage($content->open());
		return $this->nodes->together(function () use ($userId, $folder, $parent, $name, $content, $modifiedAt, $staged): StoredFile {
			$this->refuseTaken($userId, $parent, $name);
			$id = $this->nodes->insert($userId, $userId, $parent, $name, false, $content->size, $modifiedAt ?? time());
			$this->blobs->settle($staged, $id);
			return self::made($id, self::below($folder, $name), $content, $modifiedAt);
		});
	}

	#[\Override]
	public function replace(string $userId, int $fileId, string $etag, Content $content, ?int $modifiedAt): StoredFile {
		$this->file($userId, $fileId);
		$staged = $this->blobs->stage($content->open());
		return $this->nodes->together(function () use ($userId, $fileId, $etag, $content, $modifiedAt, $staged): StoredFile {
			[$file, $node] = $this->file($userId, $fileId);
			if ($file->etag !== $etag) {
				throw FilesFault::of(FilesFaultKind::Changed);
			}
			$this->refuseFull($userId, $content->size - $file->size);
			$this->versions->keep($node);
			$this->blobs->settle($staged, $fileId);
			$this->nodes->change($fileId, $content->size, $modifiedAt ?? time());
			return $this->file($userId, $fileId)[0];
		});
	}

	#[\Override]
	public function touch(string $userId, int $fileId, int $modifiedAt): StoredFile {
		[$file] = $this->file($userId, $fileId);
		$this->nodes->change($fileId, $file->size, $modifiedAt);
		return $this->file($userId, $fileId)[0];
	}

	#[\Override]
	public function isFast(string $userId, string $folder): bool {
		return true;
	}

	#[\Override]
	public function createMany(string $userId, string $folder, array $files): array {
		$parent = $this->folder($userId, $folder);
		$room = $this->quota->room($userId) ?? PHP_INT_MAX;
		return $this->nodes->together(function () use ($userId, $folder, $parent, $files, $room): array {
			$done = [];
			foreach ($files as $file) {
				try {
					$done[] = $this->add($userId, $folder, $parent, $file, $room);
					$room -= $file->content->size;
				} catch (FilesFault $e) {
					$done[] = $e;
				}
			}
			return $done;
		});
	}

	/** One of many: what is written before the transaction ends belongs to nobody until then. */
	private function add(string $userId, string $folder, int $parent, NewFile $file, int $room): StoredFile {
		$this->refuse($file->name);
		$this->refuseTaken($userId, $parent, $file->name);
		if ($file->content->size > $room) {
			throw FilesFault::of(FilesFaultKind::Full);
		}
		$id = $this->nodes->insert($userId, $userId, $parent, $file->name, false, $file->content->size, $file->modifiedAt ?? time());
		$this->blobs->write($id, $file->content->bytes ?? $file->content->open());
		return self::made($id, self::below($folder, $file->name), $file->content, $file->modifiedAt);
	}

	private static function made(int $id, string $path, Content $content, ?int $modifiedAt): StoredFile {
		return new StoredFile($id, $path, false, $content->size, $modifiedAt ?? time(), "e$id-0", true);
	}

	#[\Override]
	public function read(string $userId, int $fileId): mixed {
		$this->file($userId, $fileId);
		$stream = @fopen($this->blobs->path($fileId), 'r');
		return $stream === false ? throw FilesFault::of(FilesFaultKind::Unavailable) : $stream;
	}

	private function node(string $userId, string $path): ?Node {
		$node = null;
		foreach (explode('/', $path) as $name) {
			$node = $this->nodes->child($userId, $node->id ?? 0, $name);
			if ($node === null) {
				return null;
			}
		}
		return $node;
	}

	private function newFolder(string $userId, int $parent, string $name): int {
		$this->refuse($name);
		return $this->nodes->insert($userId, $userId, $parent, $name, true);
	}

	private function stored(Node $node, string $path): StoredFile {
		return new StoredFile(
			$node->id,
			$path,
			$node->folder,
			$node->folder ? $this->nodes->sizeBelow($node->owner, $node->id) : $node->size,
			$node->changedAt,
			$node->folder ? "f$node->id-$node->changedAt" : "e$node->id-" . $this->versions->count($node->id),
			true,
		);
	}

	/** @return int id of the folder; 0 for the home */
	private function folder(string $userId, string $path): int {
		$this->mustBeThere($userId);
		$node = $path === '' ? null : $this->node($userId, $path);
		if ($path !== '' && $node?->folder !== true) {
			throw FilesFault::of(FilesFaultKind::Missing);
		}
		return $node->id ?? 0;
	}

	/** @return array{StoredFile, Node} */
	private function file(string $userId, int $fileId): array {
		$file = $this->byId($userId, $fileId);
		$path = $this->nodes->path($fileId);
		return $file === null || $file->isFolder ? throw FilesFault::of(FilesFaultKind::Missing) : [$file, $path[count($path) - 1]];
	}

	private function refuse(string $name): void {
		if (!PlainNames::allows($name)) {
			throw FilesFault::of(FilesFaultKind::Refused);
		}
	}

	private function refuseTaken(string $userId, int $parent, string $name): void {
		if ($this->nodes->isTaken($userId, $parent, $name)) {
			throw FilesFault::of(FilesFaultKind::Taken);
		}
	}

	private function refuseFull(string $userId, int $more): void {
		if ($more > ($this->quota->room($userId) ?? PHP_INT_MAX)) {
			throw FilesFault::of(FilesFaultKind::Full);
		}
	}

	private function mustBeThere(string $userId): void {
		if ($this->accounts->find($userId) === null) {
			throw FilesFault::of(FilesFaultKind::Missing);
		}
	}

	private static function below(string $folder, string $name): string {
		return ltrim("$folder/$name", '/');
	}
}
