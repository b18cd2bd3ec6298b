<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer;

use OCA\Compagnon\Error\Unavailable;
use OCA\Compagnon\Port\Files;
use OCA\Compagnon\Transfer\Source\Archive\ArchiveSet;
use OCA\Compagnon\Transfer\Source\Archive\ArchiveSets;
use OCA\Compagnon\Transfer\Target\FilesFault;
use OCA\Compagnon\Transfer\Target\StoredFile;

/**
 * The archives in a person's files, and which parts of an export are missing among them.
 *
 * @phpstan-type Archive array{fileId: int, path: string, name: string, size: int, modifiedAt: int, kind: string, set: ?string, parts: int, missingParts: list<int>}
 */
final readonly class ListArchives {
	/** In lower case. */
	private const ENDINGS = ['.zip', '.tar', '.tar.gz', '.tgz'];
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
			$files = $this->files->ending($userId, self::ENDINGS, self::LIMIT);
		} catch (FilesFault $e) {
			throw Unavailable::storage($e);
		}
		$archives = [];
		foreach (ArchiveSets::of($files) as $set) {
			foreach ($set->parts as $file) {
				$archives[] = self::row($set, $file);
			}
		}
		usort($archives, static fn (array $a, array $b): int => [$b['modifiedAt'], $a['path']] <=> [$a['modifiedAt'], $b['path']]);
		return $archives;
	}

	/** @return Archive */
	private static function row(ArchiveSet $set, StoredFile $file): array {
		return [
			'fileId' => $file->id,
			'path' => $file->path,
			'name' => $file->name(),
			'size' => $file->size,
			'modifiedAt' => $file->modifiedAt,
			'kind' => $set->kind->value,
			'set' => $set->set,
			// How many there are in all, no name tells: at least those up to the highest number.
			'parts' => count($set->parts) + count($set->missing),
			'missingParts' => $set->missing,
		];
	}
}
