<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer;

use OCA\Compagnon\Error\Invalid;
use OCA\Compagnon\Error\NotFound;
use OCA\Compagnon\Error\Unavailable;
use OCA\Compagnon\Port\Files;
use OCA\Compagnon\Port\Urls;
use OCA\Compagnon\Transfer\Item\Item;
use OCA\Compagnon\Transfer\Item\ItemKind;
use OCA\Compagnon\Transfer\Map\Copy;
use OCA\Compagnon\Transfer\Map\LinkedCopies;
use OCA\Compagnon\Transfer\Map\MapRepository;
use OCA\Compagnon\Transfer\Source\Source;
use OCA\Compagnon\Transfer\Source\Sources;
use OCA\Compagnon\Transfer\Target\FilesFault;
use OCA\Compagnon\Transfer\Target\StoredFile;

/** "Retrouver un fichier": an old link leads to its copy here, wherever the person has put it since. */
final readonly class FindCopy {
	public function __construct(
		private Sources $sources,
		private MapRepository $map,
		private LinkedCopies $linked,
		private Files $files,
		private Urls $urls,
	) {
	}

	/**
	 * @return array{id: int, name: string, path: string, url: string}
	 * @throws Invalid when it is no link of a source
	 * @throws NotFound when it was not brought, or its copy is gone
	 */
	public function find(string $userId, string $link): array {
		try {
			foreach ($this->idsOf(trim($link)) as [$source, $id]) {
				foreach ([...$this->mapped($userId, $id), ...$this->linked->of($userId, $source, $id)] as $fileId) {
					$file = $this->files->byId($userId, $fileId);
					if ($file !== null) {
						return $this->answer($file);
					}
				}
			}
		} catch (FilesFault $e) {
			throw Unavailable::storage($e);
		}
		throw new NotFound('What this link leads to was not brought here by you, or its copy is not there any more.');
	}

	/** @return list<int> ids of files in the space */
	private function mapped(string $userId, string $id): array {
		$copies = [...$this->map->copiesOf($userId, Item::keyOf(ItemKind::File, $id)), ...$this->map->copiesOf($userId, Item::keyOf(ItemKind::Folder, $id))];
		return array_map(static fn (Copy $copy): int => $copy->fileId, $copies);
	}

	/** @return non-empty-list<array{Source, string}> */
	private function idsOf(string $link): array {
		$ids = [];
		foreach ($this->sources->all() as $source) {
			$id = $source->idOfLink($link);
			if ($id !== null) {
				$ids[] = [$source, $id];
			}
		}
		return $ids === [] ? throw new Invalid('link', 'This is no link that Compagnon knows. Paste the whole link of a file at Google Drive or Dropbox.') : $ids;
	}

	/** @return array{id: int, name: string, path: string, url: string} */
	private function answer(StoredFile $file): array {
		return ['id' => $file->id, 'name' => $file->name(), 'path' => $file->path, 'url' => $this->urls->file($file->id)];
	}
}
