<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Source\Archive;

/** What people call an archive, by the looks of its name. */
enum ArchiveKind: string {
	case Takeout = 'takeout';
	case Dropbox = 'dropbox';
	case Zip = 'zip';
	case Tar = 'tar';
}
