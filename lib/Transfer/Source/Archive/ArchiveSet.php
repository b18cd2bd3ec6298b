<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Source\Archive;

use OCA\Compagnon\Transfer\Target\StoredFile;

/** One archive, or the files that one export was cut into. */
final readonly class ArchiveSet {
	/**
	 * @param string $name what to call it
	 * @param non-empty-list<StoredFile> $parts in the order of their numbers
	 * @param list<int> $missing numbers of parts that are not here though later ones are. A part that is missing at the
	 *                           end cannot be seen: no name says how many there are.
	 */
	public function __construct(
		public ArchiveKind $kind,
		public ?string $set,
		public string $name,
		public array $parts,
		public array $missing,
	) {
	}

	/**
	 * What its files have in their ids instead of the archive's own place and date: a later export of the same account has
	 * the same, so that it brings only what is new.
	 */
	public function identity(bool $isTakeout): string {
		return match (true) {
			$isTakeout => 'takeout',
			$this->kind === ArchiveKind::Dropbox => 'dropbox',
			default => 'archive:' . $this->name,
		};
	}
}
