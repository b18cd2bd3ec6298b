<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Source\Archive;

/** What the name of a file says about the archive that it is. */
final readonly class ArchiveName {
	/** "takeout-20240131T120000Z-001.zip", or with the number of a group of products: "…-3-001.zip"; " (1)" is a browser's. */
	private const TAKEOUT = '/^(takeout-\d{8}T\d{6}Z)(?:-(\d{1,4}))??(?:-(\d{3,5}))?(?: ?\(\d+\))?\.(?:zip|tgz|tar\.gz)$/i';

	/**
	 * @param ?string $set what the parts of one export have in common
	 * @param int $group of products within the export; parts are counted in each
	 */
	private function __construct(
		public ArchiveKind $kind,
		public ?string $set = null,
		public int $group = 0,
		public int $part = 1,
	) {
	}

	/** @return ?self null when it does not look like an archive */
	public static function of(string $name): ?self {
		if (preg_match(self::TAKEOUT, $name, $found) === 1) {
			return new self(ArchiveKind::Takeout, strtolower($found[1]), (int)($found[2] ?? 0), max(1, (int)($found[3] ?? 1)));
		}
		return match (true) {
			preg_match('/^dropbox.*\.zip$/i', $name) === 1 => new self(ArchiveKind::Dropbox),
			preg_match('/\.zip$/i', $name) === 1 => new self(ArchiveKind::Zip),
			preg_match('/\.(?:tar|tgz|tar\.gz)$/i', $name) === 1 => new self(ArchiveKind::Tar),
			default => null,
		};
	}
}
