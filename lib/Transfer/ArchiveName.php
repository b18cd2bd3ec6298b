<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer;

/** What the name of an archive tells. */
final readonly class ArchiveName {
	/** In lower case, the longest first where one ends with another. */
	public const ENDINGS = ['.zip', '.tar', '.tar.gz', '.tgz'];

	/** takeout-20261125T101112Z-001.zip, takeout-20261125T101112Z-3-001.tgz, with " (1)" when it was downloaded twice. */
	private const TAKEOUT = '/^(takeout-\d{8}t\d{6}z(?:-\d+)?)-(\d{3,4})(?: ?\(\d+\))?\.(?:zip|tgz|tar\.gz)$/';

	/**
	 * @param 'takeout'|'dropbox'|'zip'|'tar' $kind
	 * @param ?string $set what the parts of one export have in common; null for one that stands alone
	 * @param positive-int $part its number, from 1
	 */
	private function __construct(
		public string $kind,
		public ?string $set,
		public int $part,
	) {
	}

	public static function of(string $name): self {
		$lower = mb_strtolower($name);
		if (preg_match(self::TAKEOUT, $lower, $parts) === 1) {
			return new self('takeout', $parts[1], max(1, (int)$parts[2]));
		}
		return new self(match (true) {
			str_starts_with($lower, 'takeout-') => 'takeout',
			str_starts_with($lower, 'dropbox') && str_ends_with($lower, '.zip') => 'dropbox',
			str_ends_with($lower, '.zip') => 'zip',
			default => 'tar',
		}, null, 1);
	}
}
