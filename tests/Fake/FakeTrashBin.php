<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Fake;

use OCA\Compagnon\Port\TrashBin;
use OCA\Compagnon\Transfer\Target\FilesFault;
use OCA\Compagnon\Transfer\Target\FilesFaultKind;

final class FakeTrashBin implements TrashBin {
	/** Why nothing can be put there. */
	public ?FilesFaultKind $fault = null;
	/** @var array<int, array{string, array<string, ?string>}> whose, and what lay there, by id: bytes of each path, null for a folder */
	private array $thrown = [];

	public function __construct(
		private readonly FakeFiles $files,
	) {
	}

	#[\Override]
	public function put(string $userId, int $fileId): void {
		$node = $this->files->byId($userId, $fileId) ?? throw FilesFault::of(FilesFaultKind::Missing);
		if ($this->fault !== null) {
			throw FilesFault::of($this->fault);
		}
		$all = [];
		foreach ($this->files->nodes as $one) {
			if ($one->userId === $userId && ($one->path === $node->path || str_starts_with($one->path, "$node->path/"))) {
				$all[$one->path] = $one->isFolder ? null : $one->bytes;
			}
		}
		$this->thrown[$fileId] = [$userId, $all];
		$this->files->delete($userId, $node->path);
	}

	/** Somebody brings it back. */
	public function restore(int $fileId): void {
		[$userId, $all] = $this->thrown[$fileId];
		foreach ($all as $path => $bytes) {
			$bytes === null ? $this->files->makeFolder($userId, $path) : $this->files->put($userId, $path, $bytes);
		}
	}
}
