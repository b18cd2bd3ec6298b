<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Source\Archive;

/** One file or folder of an archive, as the archive has it. */
final readonly class Entry {
	/**
	 * @param string $path UTF-8, names joined by slashes, none at either end; '' is the archive's root
	 * @param ?string $crc CRC-32 in lower-case hex, where the archive has one
	 * @param ?string $unsupported code, as FaultWords knows it
	 * @param int $at where its data are: of a zip its local header, of a tar its first byte
	 * @param int $packed bytes that the data take in the archive
	 * @param int $method of compression; 0 is none
	 * @param int $mark where its description begins
	 * @param int $next where that of the next one begins
	 */
	public function __construct(
		public string $path,
		public bool $isFolder,
		public int $size,
		public ?int $modifiedAt,
		public ?string $crc,
		public ?string $unsupported,
		public int $at,
		public int $packed,
		public int $method,
		public int $mark,
		public int $next,
	) {
	}
}
