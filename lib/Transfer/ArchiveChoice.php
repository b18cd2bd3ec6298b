<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer;

use OCA\Compagnon\Error\Invalid;
use OCA\Compagnon\Error\Unavailable;
use OCA\Compagnon\Port\Files;
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
	 * @return array{ids: non-empty-list<int>, label: string, origin: string} the parts of one export in their order
	 * @throws Invalid when one of them is no archive that the person can reach
	 */
	public function choose(string $userId, array $ids): array {
		$archives = array_map(fn (int $id): StoredFile => $this->archive($userId, $id), array_values(array_unique($ids)));
		if ($archives === []) {
			throw new Invalid('archives', 'Choose at least one archive.');
		}
		usort($archives, static fn (StoredFile $a, StoredFile $b): int => strnatcasecmp($a->name(), $b->name()));
		$name = ArchiveName::of($archives[0]->name());
		return [
			'ids' => array_map(static fn (StoredFile $file): int => $file->id, $archives),
			'label' => $archives[0]->name(),
			// A later export of the same account is another one: its paths may mean other files.
			'origin' => 'archive:' . sha1($name->set ?? mb_strtolower($archives[0]->name())),
		];
	}

	private function archive(string $userId, int $id): StoredFile {
		try {
			$file = $this->files->byId($userId, $id);
		} catch (FilesFault $e) {
			throw Unavailable::storage($e);
		}
		$isArchive = $file !== null && !$file->isFolder
			&& array_filter(ArchiveName::ENDINGS, static fn (string $ending): bool => str_ends_with(mb_strtolower($file->name()), $ending)) !== [];
		return $isArchive ? $file : throw new Invalid('archives', 'One of the archives is not in the files any more, or is none. Choose again.');
	}
}
