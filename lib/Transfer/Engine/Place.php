<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Engine;

use OCA\Compagnon\Transfer\Item\Item;
use OCA\Compagnon\Transfer\Names\Nfc;
use OCA\Compagnon\Transfer\Target\StoredFile;

/** A folder while what lies in it is planned: where it is, and what the space has there already. */
final class Place {
	/** @var array<string, StoredFile> by name */
	private array $there = [];
	/** @var array<int, StoredFile> by id */
	private array $byId = [];

	/**
	 * @param ?Item $folder null for the top
	 * @param string $path from the person's home
	 * @param list<StoredFile> $children
	 */
	public function __construct(
		public readonly ?Item $folder,
		public readonly string $path,
		array $children,
	) {
		foreach ($children as $child) {
			$this->there[Nfc::of($child->name())] = $child;
			$this->byId[$child->id] = $child;
		}
	}

	public function key(): ?string {
		return $this->folder?->key;
	}

	/** @return string below the folder that is filled */
	public function relative(): string {
		return $this->folder === null ? '' : Paths::join((string)$this->folder->targetFolder, (string)$this->folder->targetName);
	}

	public function sourcePath(Item $item): string {
		return $this->folder === null ? $item->name : $this->folder->sourcePath . ' / ' . $item->name;
	}

	public function child(string $name): ?StoredFile {
		return $this->there[Nfc::of($name)] ?? null;
	}

	public function childById(int $id): ?StoredFile {
		return $this->byId[$id] ?? null;
	}

	/** @return list<string> */
	public function names(?bool $isFolder = null): array {
		$found = array_filter($this->there, static fn (StoredFile $file): bool => $isFolder === null || $file->isFolder === $isFolder);
		return array_map(strval(...), array_keys($found));
	}
}
