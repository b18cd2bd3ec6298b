<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Source\Archive;

/** A set whose archives are being read, with the place its files get. */
final readonly class OpenSet {
	private const TAKEOUT = 'Takeout/';

	/**
	 * @param string $identity with which the ids of all its files begin
	 * @param bool $isAlone whether its files come without a folder around them
	 */
	public function __construct(
		public ArchiveSet $set,
		public string $identity,
		public bool $isTakeout,
		public bool $isAlone,
	) {
	}

	public static function looksLikeTakeout(ArchiveSet $set, Archive $first): bool {
		return $set->kind === ArchiveKind::Takeout || str_starts_with($first->firstName(), self::TAKEOUT);
	}

	/** @return string path without the folder in which Takeout puts everything */
	public function path(Entry $entry): string {
		return $this->isTakeout && str_starts_with("$entry->path/", self::TAKEOUT) ? substr($entry->path, strlen(self::TAKEOUT)) : $entry->path;
	}

	public function idOf(string $path): string {
		return "$this->identity/$path";
	}

	/** @return ?string id of the folder that holds the path */
	public function parentOf(string $path): ?string {
		$slash = strrpos($path, '/');
		return $slash === false ? ($this->isAlone ? null : $this->identity) : $this->idOf(substr($path, 0, $slash));
	}
}
