<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Engine;

use OCA\Compagnon\Port\Database;
use OCA\Compagnon\Port\Files;
use OCA\Compagnon\Transfer\Fault\Fault;
use OCA\Compagnon\Transfer\Fault\FaultKind;
use OCA\Compagnon\Transfer\Item\Item;
use OCA\Compagnon\Transfer\Item\ItemKind;
use OCA\Compagnon\Transfer\Item\ItemTree;
use OCA\Compagnon\Transfer\Target\FilesFault;
use OCA\Compagnon\Transfer\Target\StoredFile;

/** Plans what lies directly in one folder: the folders first, then the files, in blocks. */
final readonly class FolderPlan {
	private const BLOCK = 2000;

	public function __construct(
		private Database $database,
		private Files $files,
		private ItemTree $tree,
		private PlanFolders $folders,
		private PlanFiles $plainFiles,
		private Decisions $decisions,
	) {
	}

	/**
	 * @param ?Item $folder null for the top
	 * @throws FilesFault
	 */
	public function plan(Slice $slice, ?Item $folder): void {
		$place = $this->place($slice, $folder);
		foreach ([ItemKind::Folder, ItemKind::File] as $kind) {
			while (!$slice->lease->isOver() && ($block = $this->tree->unplanned($slice->run->id, $place->key(), $kind, self::BLOCK)) !== []) {
				$slice->lease->beat();
				$decisions = $kind === ItemKind::Folder ? $this->folders->decide($slice, $place, $block) : $this->plainFiles->decide($slice, $place, $block);
				$this->database->transactional(fn () => $this->decisions->note($slice->run->id, $decisions));
			}
			if ($slice->lease->isOver()) {
				return;
			}
		}
		if ($slice->source->needsConnection()) {
			// What is in an archive is best read in its own order.
			$this->tree->gather($slice->run->id, $place->key(), max(1, $slice->cursor->place++));
		}
	}

	/** @throws FilesFault */
	private function place(Slice $slice, ?Item $folder): Place {
		$user = $slice->run->userId;
		if ($folder === null) {
			$path = $slice->run->options->target;
			$there = $this->files->find($user, $path);
			if ($there !== null && !$there->isFolder) {
				throw new Fault(FaultKind::Final, 'target_is_file');
			}
			return new Place(null, $path, $this->children($user, $there));
		}
		$there = $folder->fileId === null ? null : $this->files->byId($user, $folder->fileId);
		$path = $there === null ? Paths::join($slice->run->options->target, Paths::join((string)$folder->targetFolder, (string)$folder->targetName)) : $there->path;
		return new Place($folder, $path, $this->children($user, $there));
	}

	/**
	 * @return list<StoredFile>
	 * @throws FilesFault
	 */
	private function children(string $userId, ?StoredFile $folder): array {
		return $folder === null || !$folder->isFolder ? [] : $this->files->children($userId, $folder->path);
	}
}
