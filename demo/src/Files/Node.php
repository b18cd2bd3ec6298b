<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\Files;

/** A file or a folder. */
final readonly class Node {
	/**
	 * @param int $parent id of the folder that holds it; 0 at the top of the owner's space
	 * @param int $size bytes; 0 for a folder
	 * @param int $changedAt UTC seconds
	 * @param ?int $trashedAt UTC seconds; null when it is not in the trash
	 */
	public function __construct(
		public int $id,
		public string $owner,
		public int $parent,
		public string $name,
		public bool $folder,
		public int $size,
		public int $changedAt,
		public ?int $trashedAt,
	) {
	}

	/** @param array<string, mixed> $row */
	public static function fromRow(array $row): self {
		$int = static fn (string $key): int => is_numeric($row[$key]) ? (int)$row[$key] : 0;
		$text = static fn (string $key): string => is_string($row[$key]) ? $row[$key] : '';
		return new self(
			$int('id'),
			$text('owner'),
			$int('parent'),
			$text('name'),
			$int('folder') === 1,
			$int('size'),
			$int('changed_at'),
			$row['trashed_at'] === null ? null : $int('trashed_at'),
		);
	}
}
