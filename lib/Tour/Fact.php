<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tour;

/** What a step can wait for. */
enum Fact: string {
	case FolderCreated = 'files.folder-created';
	case FileUploaded = 'files.file-uploaded';
	case ShareCreated = 'files.share-created';
}
