<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Source\Archive;

/** What the reasons of this source mean, for FaultWords: what happened, and what can be done. */
final readonly class ArchiveFaults {
	/** Of an archive as a whole: the scan ends with them. */
	public const ARCHIVES = [
		'archive_missing' => 'The archive is not in your files any more. Put it back, or begin again with another one.',
		'archive_changed' => 'The archive was changed while it was being read. Begin again with the archive as it is now.',
		'archive_locked' => 'Somebody is using the archive at the moment. It is tried again in a while.',
		'archive_unknown' => 'This file is not a zip or tar archive. Archives of another kind (7z, rar, …) can be unpacked on a computer and packed again as a zip.',
		'archive_truncated' => 'The end of the archive is missing: it was probably not downloaded or uploaded whole. Download it again, and put it here once more.',
		'archive_broken' => 'The archive is damaged and cannot be read. Download it again, and put it here once more.',
		'archive_multipart' => 'This archive is one part of an archive that was cut into pieces. Put the pieces together on a computer first, and bring the whole one here.',
	];

	/** Of one file in an archive: it is listed and does not come. */
	public const ENTRIES = [
		'encrypted' => 'This file is protected by a password inside the archive. Unpack it on a computer with the password, and add it by hand.',
		'compression_unknown' => 'This file is packed in a way that cannot be read here. Unpack it on a computer, and add it by hand.',
		'unsafe_path' => 'The archive wants this file outside of the folder it is unpacked into. For safety it is left out.',
		'path_too_long' => 'The folders this file lies in are nested too deeply. Unpack it on a computer, and add it by hand.',
		'symlink' => 'This is only a link to another file, not a file.',
		'hard_link' => 'This is only a second name for another file of the archive, not a file.',
		'special_file' => 'This is a device or a channel of a system, not a file.',
		'sparse' => 'This file is stored with gaps, which cannot be read here. Unpack it on a computer, and add it by hand.',
		'overlapping' => 'Several files claim the same place in the archive, which honest archives never do. For safety this one is left out.',
		'entry_broken' => 'The archive is damaged at this file. Download the archive again, or unpack what can be saved on a computer.',
	];
}
