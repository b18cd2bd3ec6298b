<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Fake;

use OCA\Compagnon\Transfer\Target\StoredFile;

/** What people do with their files on the page, while others test. */
trait FakeFilesByHand {
	/** Somebody puts a file there, or changes the one that is there, as people do on the page. */
	public function put(string $userId, string $path, string $bytes): StoredFile {
		$node = $this->node($userId, $path);
		if ($node !== null) {
			return $this->write($node->id, $bytes);
		}
		if (self::parent($path) !== '') {
			$this->makeFolder($userId, self::parent($path));
		}
		return $this->stored($this->add($userId, $path, false, $bytes));
	}

	/** Somebody renames or moves a file. */
	public function move(int $fileId, string $path): void {
		$node = $this->nodes[$fileId];
		unset($this->ids["$node->userId/$node->path"]);
		$node->path = $path;
		$this->ids["$node->userId/$path"] = $fileId;
	}

	/** Somebody deletes a file or a folder. */
	public function delete(string $userId, string $path): void {
		foreach ($this->nodes as $id => $node) {
			if ($node->userId === $userId && ($node->path === $path || str_starts_with($node->path, "$path/"))) {
				unset($this->nodes[$id], $this->ids["$userId/$node->path"]);
			}
		}
	}

	/** @return list<string> of all files of the person, in order */
	public function paths(string $userId): array {
		$files = array_filter($this->nodes, static fn (FakeNode $node): bool => $node->userId === $userId && !$node->isFolder);
		$paths = array_map(static fn (FakeNode $node): string => $node->path, array_values($files));
		sort($paths);
		return $paths;
	}

	public function bytes(string $userId, string $path): ?string {
		return $this->node($userId, $path)?->bytes;
	}

	private static function parent(string $path): string {
		$slash = strrpos($path, '/');
		return $slash === false ? '' : substr($path, 0, $slash);
	}

	private static function name(string $path): string {
		return substr($path, (int)strrpos("/$path", '/'));
	}
}
