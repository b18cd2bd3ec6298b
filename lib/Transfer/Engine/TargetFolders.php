<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Engine;

use OCA\Compagnon\Port\Files;
use OCA\Compagnon\Transfer\Fault\Fault;
use OCA\Compagnon\Transfer\Fault\FaultKind;
use OCA\Compagnon\Transfer\Item\Item;
use OCA\Compagnon\Transfer\Item\ItemRepository;
use OCA\Compagnon\Transfer\Target\FilesFault;
use OCA\Compagnon\Transfer\Target\FilesFaultKind;

/**
 * Where the folders of a run are in the space, however they are called by now: they are known by their id. One that is
 * not there any more is made again.
 */
final class TargetFolders {
	private const MOST = 1000;

	/** @var array<string, string> key of the folder to its path; '' for the folder that is filled */
	private array $paths = [];
	/** @var array<string, bool> the same to whether many files can be stored there at once */
	private array $fast = [];

	/** @param bool $mayBeFast whether whoever looks after the space lets many files be stored at once */
	public function __construct(
		private readonly Slice $slice,
		private readonly ItemRepository $items,
		private readonly Files $files,
		private readonly bool $mayBeFast,
	) {
	}

	/**
	 * @return string path from the person's home
	 * @throws FilesFault
	 * @throws Fault when the folder that is filled cannot be had
	 */
	public function of(?string $folderKey): string {
		if (count($this->paths) > self::MOST) {
			$this->paths = [];
			$this->fast = [];
		}
		return $this->paths[$folderKey ?? ''] ??= $folderKey === null ? $this->root() : $this->below($folderKey);
	}

	/** What is the matter with the folder, writing one by one will tell. */
	public function isFast(?string $folderKey): bool {
		try {
			return $this->fast[$folderKey ?? ''] ??= $this->mayBeFast && $this->files->isFast($this->slice->run->userId, $this->of($folderKey));
		} catch (FilesFault) {
			return false;
		}
	}

	public function forget(): void {
		$this->paths = [];
		$this->fast = [];
	}

	private function root(): string {
		$cursor = $this->slice->cursor;
		$user = $this->slice->run->userId;
		try {
			$known = $cursor->root === null ? null : $this->files->byId($user, $cursor->root);
			$root = $known ?? $this->files->makeFolder($user, $this->slice->run->options->target);
		} catch (FilesFault $e) {
			throw match ($e->kind) {
				FilesFaultKind::Taken => new Fault(FaultKind::Final, 'target_is_file', null, $e),
				FilesFaultKind::ReadOnly => new Fault(FaultKind::Final, 'read_only', null, $e),
				FilesFaultKind::Missing => new Fault(FaultKind::Final, 'target_missing', null, $e),
				default => TargetFaults::of($e),
			};
		}
		$cursor->root = $root->path === '' ? null : $root->id;
		return $root->path;
	}

	private function below(string $key): string {
		$folder = $this->items->find($this->slice->run->id, $key);
		$there = $folder?->fileId === null ? null : $this->files->byId($this->slice->run->userId, $folder->fileId);
		if ($there !== null && $there->isFolder) {
			return $there->path;
		}
		return $folder === null ? $this->of(null) : $this->made($folder);
	}

	private function made(Item $folder): string {
		$path = Paths::join($this->of($folder->parentKey), $folder->targetName ?? '_');
		$made = $this->files->makeFolder($this->slice->run->userId, $path);
		$this->items->change($folder->runId, $folder->key, $folder->state, $folder->state, ['file_id' => $made->id]);
		return $made->path;
	}
}
