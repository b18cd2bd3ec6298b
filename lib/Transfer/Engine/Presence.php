<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Engine;

use OCA\Compagnon\Port\Files;
use OCA\Compagnon\Transfer\Item\Item;
use OCA\Compagnon\Transfer\Run\Run;
use OCA\Compagnon\Transfer\Target\FilesFault;
use OCA\Compagnon\Transfer\Target\FilesFaultKind;
use OCA\Compagnon\Transfer\Target\StoredFile;

/** Whether what was moved is in the space, looked up folder by folder. */
final class Presence {
	private const FOLDERS = 20;

	/** @var array<string, array<int, StoredFile>> path to what lies there, by id */
	private array $listings = [];

	public function __construct(
		private readonly Files $files,
	) {
	}

	public function forget(): void {
		$this->listings = [];
	}

	/**
	 * The person may have moved it, or gone on with it: then it is there all the same.
	 *
	 * @throws FilesFault
	 */
	public function isThere(Run $run, Item $item): bool {
		if ($item->fileId === null) {
			return false;
		}
		$path = Paths::join($run->options->target, (string)$item->targetFolder);
		$listed = $this->listing($run->userId, rtrim($path, '/'))[$item->fileId] ?? null;
		$there = $listed !== null && $this->isSame($listed, $item) ? $listed : $this->files->byId($run->userId, $item->fileId);
		return $there !== null && $this->isSame($there, $item);
	}

	private function isSame(StoredFile $there, Item $item): bool {
		return $there->isFolder || $there->size === $item->stagedBytes || $there->etag !== $item->etag;
	}

	/**
	 * @return array<int, StoredFile>
	 * @throws FilesFault
	 */
	private function listing(string $userId, string $path): array {
		if (!isset($this->listings[$path])) {
			try {
				$children = $this->files->children($userId, $path);
			} catch (FilesFault $e) {
				$children = $e->kind === FilesFaultKind::Missing ? [] : throw $e;
			}
			$this->listings = array_slice($this->listings, -self::FOLDERS + 1, null, true);
			$this->listings[$path] = array_column($children, null, 'id');
		}
		return $this->listings[$path];
	}
}
