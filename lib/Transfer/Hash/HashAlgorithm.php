<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Hash;

/** Checksums that sources give. */
enum HashAlgorithm: string {
	case Md5 = 'md5';
	case Sha1 = 'sha1';
	case Sha256 = 'sha256';
	case Crc32 = 'crc32b';
	/** Dropbox: SHA-256 of the SHA-256 sums of blocks of 4 MiB. */
	case DropboxContent = 'dropbox_content';
}
