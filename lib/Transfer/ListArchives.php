<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer;

use OCA\Compagnon\Error\Unavailable;
use OCA\Compagnon\Port\Files;
use OCA\Compagnon\Transfer\Target\FilesFault;
use OCA\Compagnon\Transfer\Target\StoredFile;

/**
 * The archives in a person's files, and which parts of an export are missing among them.
 *
 * @phpstan-type Archive array{fileId: int, path: string, name: string, size: int, modifiedAt: int, kind: string, set: ?string, parts: int, missingParts: list<int>}
 */
final readonly class ListArchives {
	private const LIMIT = 500;

	public function __construct(
		private Files $files,
	) {
	}

	/**
	 * @return list<Archive> the newest first
	 * @throws Unavailable
	 */
	public function list(string $userId): array {
		try {
			$files = $this->files->ending($userId, ArchiveName::ENDINGS, self::LIMIT);
		} catch (FilesFault $e) {
			throw Unavailable::storage($e);
		}
		$parts = [];
		foreach ($files as $file) {
			$name = ArchiveName::of($file->name());
			if ($name->set !== null) {
				$parts[$name->set][] = $name->part;
			}
		}
		return array_map(static fn (StoredFile $file): array => self::row($file, $parts), $files);
	}

	/**
	 * @param array<string, non-empty-list<positive-int>> $parts by set
	 * @return Archive
	 */
	private static function row(StoredFile $file, array $parts): array {
		$name = ArchiveName::of($file->name());
		$there = $name->set === null ? [1] : $parts[$name->set];
		// How many there are in all, no name tells: at least as many as the highest number.
		$last = max($there);
		return [
			'fileId' => $file->id,
			'path' => $file->path,
			'name' => $file->name(),
			'size' => $file->size,
			'modifiedAt' => $file->modifiedAt,
			'kind' => $name->kind,
			'set' => $name->set,
			'parts' => $last,
			'missingParts' => array_values(array_diff(range(1, $last), $there)),
		];
	}
}
