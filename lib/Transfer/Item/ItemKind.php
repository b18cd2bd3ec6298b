<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Item;

/** What an item is. Further kinds bring their own writer. */
enum ItemKind: string {
	case File = 'file';
	case Folder = 'folder';
}
