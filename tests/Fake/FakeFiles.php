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
use OCA\Compagnon\Transfer\Target\PlainNames;
use OCA\Compagnon\Transfer\Target\StoredFile;

/** Files in memory, of the people named. What is put into the public lists at any time holds from then on. */
final class FakeFiles implements Files {
	use FakeFilesByHand;

	public bool $fast = false;
	/** @var array<string, int> by person: bytes that they may have in all */
	public array $quota = [];
	/** @var list<string> paths of files that somebody uses */
	public array $locked = [];
	/** Seconds until a lock is known to be nobody's. */
	public ?int $lockedFor = null;
	/** @var ?\Closure(string): void is told which path was found locked */
	public ?\Closure $refused = null;
	/** @var list<string> paths of folders into which nobody may put anything */
	public array $readOnly = [];
	/**
	 * Called around each change: ("before", "written" or "after"; "makeFolder", "create", "replace" or "touch"; path).
	 * What it throws ends the change there; between "written" and "after" the time is not set yet.
	 *
	 * @var (\Closure(string, string, string): void)|null
	 */
	public ?\Closure $watch = null;
	/** The power goes within the next create(), when that many bytes are written. */
	public ?int $cutAfter = null;
	/** How often createMany() was asked. */
	public int $batches = 0;
	/** @var array<int, FakeNode> by id */
	public array $nodes = [];
	/** @var array<string, int> person and path to id */
	private array $ids = [];
	private int $last = 0;

	/** @param list<string> $people */
	public function __construct(
		public array $people = ['nadia', 'bruno', 'contract-in', 'contract-out'],
		private readonly FixedClock $clock = new FixedClock(),
	) {
	}

	#[\Override]
	public function find(string $userId, string $path): ?StoredFile {
		$this->mustBeThere($userId);
		return $path === '' ? $this->home($userId) : $this->stored($this->node($userId, $path));
	}

	#[\Override]
	public function byId(string $userId, int $fileId): ?StoredFile {
		$this->mustBeThere($userId);
		$node = $this->nodes[$fileId] ?? null;
		return $this->stored($node?->userId === $userId ? $node : null);
	}

	#[\Override]
	public function children(string $userId, string $path): array {
		if ($this->find($userId, $path)?->isFolder !== true) {
			throw FilesFault::of(FilesFaultKind::Missing);
		}
		$found = [];
		foreach ($this->nodes as $node) {
			if ($node->userId === $userId && self::parent($node->path) === $path) {
				$found[] = $this->stored($node);
			}
		}
		return $found;
	}

	#[\Override]
	public function ending(string $userId, array $endings, int $limit): array {
		$this->mustBeThere($userId);
		$found = array_filter($this->nodes, static fn (FakeNode $node): bool => $node->userId === $userId && !$node->isFolder
			&& array_filter($endings, static fn (string $ending): bool => str_ends_with(mb_strtolower($node->path), $ending)) !== []);
		usort($found, static fn (FakeNode $a, FakeNode $b): int => [$b->modifiedAt, $a->path] <=> [$a->modifiedAt, $b->path]);
		return array_map($this->stored(...), array_slice($found, 0, $limit));
	}

	#[\Override]
	public function makeFolder(string $userId, string $path): StoredFile {
		$there = $this->find($userId, $path);
		if ($there !== null) {
			return $there->isFolder ? $there : throw FilesFault::of(FilesFaultKind::Taken);
		}
		$parent = self::parent($path);
		$this->makeFolder($userId, $parent);
		$this->refuse($parent, self::name($path));
		$this->note('before', 'makeFolder', $path);
		$node = $this->add($userId, $path, true, '');
		$this->note('after', 'makeFolder', $path);
		return $this->stored($node);
	}

	#[\Override]
	public function room(string $userId, string $path): ?int {
		$this->mustBeThere($userId);
		return isset($this->quota[$userId]) ? max(0, $this->quota[$userId] - $this->home($userId)->size) : null;
	}

	#[\Override]
	public function create(string $userId, string $folder, string $name, Content $content, ?int $modifiedAt): StoredFile {
		$parent = $this->find($userId, $folder);
		if ($parent?->isFolder !== true) {
			throw FilesFault::of(FilesFaultKind::Missing);
		}
		$this->refuse($folder, $name);
		$path = ltrim("$folder/$name", '/');
		if ($this->find($userId, $path) !== null) {
			throw FilesFault::of(FilesFaultKind::Taken);
		}
		$this->refuseLocked($path);
		$this->refuseFull($userId, $content->size);
		$this->note('before', 'create', $path);
		$node = $this->add($userId, $path, false, $this->torn((string)stream_get_contents($content->open())));
		$this->note('written', 'create', $path);
		$node->modifiedAt = $modifiedAt ?? $node->modifiedAt;
		$this->cut();
		$this->note('after', 'create', $path);
		return $this->stored($node);
	}

	#[\Override]
	public function replace(string $userId, int $fileId, string $etag, Content $content, ?int $modifiedAt): StoredFile {
		$node = $this->file($userId, $fileId);
		$this->refuse(self::parent($node->path), self::name($node->path));
		if ($this->stored($node)->etag !== $etag) {
			throw FilesFault::of(FilesFaultKind::Changed);
		}
		$this->refuseLocked($node->path);
		$this->refuseFull($userId, $content->size - strlen($node->bytes));
		$this->note('before', 'replace', $node->path);
		$node->versions[] = $node->bytes;
		$this->write($fileId, (string)stream_get_contents($content->open()));
		$this->note('written', 'replace', $node->path);
		$node->modifiedAt = $modifiedAt ?? $node->modifiedAt;
		$this->note('after', 'replace', $node->path);
		return $this->stored($node);
	}

	#[\Override]
	public function touch(string $userId, int $fileId, int $modifiedAt): StoredFile {
		$node = $this->file($userId, $fileId);
		$this->note('before', 'touch', $node->path);
		$node->modifiedAt = $modifiedAt;
		$this->note('after', 'touch', $node->path);
		return $this->stored($node);
	}

	#[\Override]
	public function isFast(string $userId, string $folder): bool {
		return $this->fast;
	}

	#[\Override]
	public function createMany(string $userId, string $folder, array $files): array {
		if ($this->find($userId, $folder)?->isFolder !== true) {
			throw FilesFault::of(FilesFaultKind::Missing);
		}
		$this->batches++;
		return array_map(function (NewFile $file) use ($userId, $folder): StoredFile|FilesFault {
			try {
				return $this->create($userId, $folder, $file->name, $file->content, $file->modifiedAt);
			} catch (FilesFault $e) {
				return $e;
			}
		}, $files);
	}

	#[\Override]
	public function read(string $userId, int $fileId): mixed {
		$node = $this->file($userId, $fileId);
		$this->refuseLocked($node->path);
		$stream = fopen('data:application/octet-stream;base64,' . base64_encode($node->bytes), 'r');
		return $stream === false ? throw FilesFault::of(FilesFaultKind::Unavailable) : $stream;
	}

	private function write(int $id, string $bytes): StoredFile {
		$node = $this->nodes[$id];
		$node->bytes = $bytes;
		$node->modifiedAt = $this->clock->now();
		$node->etag++;
		return $this->stored($node);
	}

	private function add(string $userId, string $path, bool $isFolder, string $bytes): FakeNode {
		$this->ids["$userId/$path"] = ++$this->last;
		return $this->nodes[$this->last] = new FakeNode($this->last, $userId, $path, $isFolder, $bytes, $this->clock->now(), 1);
	}

	private function node(string $userId, string $path): ?FakeNode {
		return $this->nodes[$this->ids["$userId/$path"] ?? 0] ?? null;
	}

	private function file(string $userId, int $fileId): FakeNode {
		$this->mustBeThere($userId);
		$node = $this->nodes[$fileId] ?? null;
		return $node?->userId === $userId && !$node->isFolder ? $node : throw FilesFault::of(FilesFaultKind::Missing);
	}

	/** @return ($node is null ? null : StoredFile) */
	private function stored(?FakeNode $node): ?StoredFile {
		if ($node === null) {
			return null;
		}
		$size = $node->isFolder ? $this->sizeBelow($node->userId, $node->path . '/') : strlen($node->bytes);
		return new StoredFile($node->id, $node->path, $node->isFolder, $size, $node->modifiedAt, "e$node->id-$node->etag", !$this->isReadOnly($node->isFolder ? $node->path : self::parent($node->path)));
	}

	private function home(string $userId): StoredFile {
		return new StoredFile(0, '', true, $this->sizeBelow($userId, ''), $this->clock->now(), "home-$this->last", !$this->isReadOnly(''));
	}

	private function sizeBelow(string $userId, string $start): int {
		$size = 0;
		foreach ($this->nodes as $node) {
			$size += $node->userId === $userId && ($start === '' || str_starts_with($node->path, $start)) ? strlen($node->bytes) : 0;
		}
		return $size;
	}

	private function isReadOnly(string $folder): bool {
		foreach ($this->readOnly as $path) {
			if ($folder === $path || str_starts_with($folder, "$path/")) {
				return true;
			}
		}
		return false;
	}

	private function refuse(string $folder, string $name): void {
		if ($this->isReadOnly($folder)) {
			throw FilesFault::of(FilesFaultKind::ReadOnly);
		}
		if (!PlainNames::allows($name)) {
			throw FilesFault::of(FilesFaultKind::Refused);
		}
	}

	private function refuseLocked(string $path): void {
		if (in_array($path, $this->locked, true)) {
			$this->refused?->__invoke($path);
			throw FilesFault::locked($this->lockedFor);
		}
	}

	private function refuseFull(string $userId, int $more): void {
		if ($more > ($this->room($userId, '') ?? PHP_INT_MAX)) {
			throw FilesFault::of(FilesFaultKind::Full);
		}
	}

	private function mustBeThere(string $userId): void {
		if (!in_array($userId, $this->people, true)) {
			throw FilesFault::of(FilesFaultKind::Missing);
		}
	}

	private function note(string $moment, string $act, string $path): void {
		if ($this->watch !== null) {
			($this->watch)($moment, $act, $path);
		}
	}

	private function torn(string $bytes): string {
		return $this->cutAfter === null ? $bytes : substr($bytes, 0, $this->cutAfter);
	}

	private function cut(): void {
		if ($this->cutAfter !== null) {
			$this->cutAfter = null;
			throw new PowerCut();
		}
	}
}
