<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Run;

use OCA\Compagnon\Error\Invalid;
use OCA\Compagnon\Error\Unavailable;
use OCA\Compagnon\Port\Files;
use OCA\Compagnon\Transfer\Source\Archive\ArchiveName;
use OCA\Compagnon\Transfer\Source\Archive\ArchiveSet;
use OCA\Compagnon\Transfer\Source\Archive\ArchiveSets;
use OCA\Compagnon\Transfer\Target\FilesFault;
use OCA\Compagnon\Transfer\Target\StoredFile;

/** Which archives of a person a run reads from. */
final readonly class ArchiveChoice {
	public function __construct(
		private Files $files,
	) {
	}

	/**
	 * @param list<int> $ids
	 * @return array{ids: list<int>, label: string} the parts of one export in their order
	 * @throws Invalid when one of them is no archive that the person can reach
	 */
	public function choose(string $userId, array $ids): array {
		$archives = array_map(fn (int $id): StoredFile => $this->archive($userId, $id), array_values(array_unique($ids)));
		if ($archives === []) {
			throw new Invalid('archives', 'Choose at least one archive.');
		}
		$files = array_merge(...array_map(static fn (ArchiveSet $set): array => $set->parts, ArchiveSets::of($archives)));
		return ['ids' => array_map(static fn (StoredFile $file): int => $file->id, $files), 'label' => $files[0]->name()];
	}

	private function archive(string $userId, int $id): StoredFile {
		try {
			$file = $this->files->byId($userId, $id);
		} catch (FilesFault $e) {
			throw Unavailable::storage($e);
		}
		return $file !== null && !$file->isFolder && ArchiveName::of($file->name()) !== null
			? $file
			: throw new Invalid('archives', 'One of the archives is not in the files any more, or is none. Choose again.');
	}
}
