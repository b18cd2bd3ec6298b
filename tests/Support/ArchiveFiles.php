<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Support;

use OCA\Compagnon\Port\Files;
use OCA\Compagnon\Transfer\Target\Content;
use OCA\Compagnon\Transfer\Target\StoredFile;

/** Files of a person who has nothing but archives, on the disk. Whoever writes here is found out. */
final class ArchiveFiles implements Files {
	/** @var 'plain'|'pipe'|'liar' how read() behaves: a file; a pipe, which cannot seek; a stream that says that it can */
	public string $streams = 'plain';
	public int $reads = 0;
	/** @var array<int, StoredFile> */
	private array $files = [];

	public function __construct(
		private readonly string $folder,
	) {
	}

	/** @return int id of the file */
	public function put(string $name, string $bytes, string $etag = 'e'): int {
		$known = array_search($name, array_map(static fn (StoredFile $file): string => $file->path, $this->files), true);
		$id = $known === false ? count($this->files) + 1 : $known;
		file_put_contents("$this->folder/$id", $bytes);
		$this->files[$id] = new StoredFile($id, $name, false, strlen($bytes), 1_700_000_000, $etag, true);
		return $id;
	}

	public function lose(int $id): void {
		unset($this->files[$id]);
	}

	/** @return list<StoredFile> */
	public function all(): array {
		return array_values($this->files);
	}

	/** @return array<string, string> what lies there */
	public function contents(): array {
		return array_map(static fn (string $path): string => (string)hash_file('sha256', $path), array_combine((array)glob("$this->folder/*"), (array)glob("$this->folder/*")));
	}

	#[\Override]
	public function byId(string $userId, int $fileId): ?StoredFile {
		return $this->files[$fileId] ?? null;
	}

	#[\Override]
	public function ending(string $userId, array $endings, int $limit): array {
		throw new \LogicException('a source does not search');
	}

	#[\Override]
	public function read(string $userId, int $fileId): mixed {
		$this->reads++;
		$path = "$this->folder/$fileId";
		$stream = match ($this->streams) {
			'plain' => fopen($path, 'r'),
			'pipe' => popen('exec cat ' . escapeshellarg($path) . ' 2>/dev/null', 'r'),
			'liar' => LyingStream::open($path),
		};
		return $stream === false ? throw new \LogicException($path) : $stream;
	}

	#[\Override]
	public function find(string $userId, string $path): ?StoredFile {
		throw new \LogicException('Not of an archive.');
	}

	#[\Override]
	public function children(string $userId, string $path): array {
		throw new \LogicException('Not of an archive.');
	}

	#[\Override]
	public function makeFolder(string $userId, string $path): StoredFile {
		throw new \LogicException('A source writes nothing.');
	}

	#[\Override]
	public function room(string $userId, string $path): ?int {
		throw new \LogicException('Not of an archive.');
	}

	#[\Override]
	public function create(string $userId, string $folder, string $name, Content $content, ?int $modifiedAt): StoredFile {
		throw new \LogicException('A source writes nothing.');
	}

	#[\Override]
	public function replace(string $userId, int $fileId, string $etag, Content $content, ?int $modifiedAt): StoredFile {
		throw new \LogicException('A source writes nothing.');
	}

	#[\Override]
	public function touch(string $userId, int $fileId, int $modifiedAt): StoredFile {
		throw new \LogicException('A source writes nothing.');
	}

	#[\Override]
	public function isFast(string $userId, string $folder): bool {
		throw new \LogicException('Not of an archive.');
	}

	#[\Override]
	public function createMany(string $userId, string $folder, array $files): array {
		throw new \LogicException('A source writes nothing.');
	}
}
