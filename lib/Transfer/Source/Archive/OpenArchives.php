<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Source\Archive;

use OCA\Compagnon\Port\Files;
use OCA\Compagnon\Port\Staging;
use OCA\Compagnon\Transfer\Fault\Fault;
use OCA\Compagnon\Transfer\Fault\FaultKind;
use OCA\Compagnon\Transfer\Target\FilesFault;
use OCA\Compagnon\Transfer\Target\FilesFaultKind;
use OCA\Compagnon\Transfer\Target\StoredFile;

/**
 * The archives that this process reads. They stay open: one file follows the other in an archive, and where a stream cannot
 * go back, opening it for each of 50,000 small files would mean reading it 50,000 times.
 */
final class OpenArchives {
	private const AT_ONCE = 8;

	/** @var array<string, Bytes> the one used last at the end */
	private array $open = [];

	public function __construct(
		private readonly Files $files,
		private readonly Staging $staging,
	) {
	}

	/** @throws Fault */
	public function find(string $userId, int $fileId): StoredFile {
		try {
			$file = $this->files->byId($userId, $fileId);
		} catch (FilesFault $e) {
			throw self::fault($e);
		}
		return $file === null || $file->isFolder ? throw new Fault(FaultKind::Final, 'archive_missing') : $file;
	}

	/** @throws Fault */
	public function archive(string $userId, StoredFile $file): Archive {
		$bytes = $this->file($userId, $file->id, $file->etag);
		if ($bytes->at(0, 2) === "\x1f\x8b") {
			$inflated = $this->inflated($userId, $file->id, $file->etag);
			return TarArchive::is($inflated) ? new TarArchive($inflated) : throw new Fault(FaultKind::Final, 'archive_unknown');
		}
		return TarArchive::is($bytes) ? new TarArchive($bytes) : new ZipArchive($bytes, $this->staging);
	}

	/**
	 * @param string $etag of the file when it was listed
	 * @throws Fault when it is another file now
	 */
	public function file(string $userId, int $fileId, string $etag): FileBytes {
		$bytes = $this->open["$userId/$fileId/$etag"] ?? null;
		if ($bytes instanceof FileBytes) {
			return $bytes;
		}
		$file = $this->find($userId, $fileId);
		if ($file->etag !== $etag) {
			throw new Fault(FaultKind::Final, 'archive_changed');
		}
		$bytes = new FileBytes(fn () => $this->read($userId, $fileId), $file->size);
		$this->keep("$userId/$fileId/$etag", $bytes);
		return $bytes;
	}

	/** @throws Fault */
	public function inflated(string $userId, int $fileId, string $etag): GzipBytes {
		$bytes = $this->open["$userId/$fileId/$etag/inflated"] ?? null;
		if ($bytes instanceof GzipBytes) {
			return $bytes;
		}
		$bytes = new GzipBytes($this->file($userId, $fileId, $etag));
		$this->keep("$userId/$fileId/$etag/inflated", $bytes);
		return $bytes;
	}

	private function keep(string $key, Bytes $bytes): void {
		$this->open = array_slice([...$this->open, $key => $bytes], -self::AT_ONCE, null, true);
	}

	/** @return resource */
	private function read(string $userId, int $fileId): mixed {
		try {
			return $this->files->read($userId, $fileId);
		} catch (FilesFault $e) {
			throw self::fault($e);
		}
	}

	private static function fault(FilesFault $e): Fault {
		return in_array($e->kind, [FilesFaultKind::Locked, FilesFaultKind::Unavailable], true)
			? new Fault(FaultKind::Again, 'archive_locked', previous: $e)
			: new Fault(FaultKind::Final, 'archive_missing', previous: $e);
	}
}
