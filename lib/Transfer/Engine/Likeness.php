<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Engine;

/** How a file of the space compares with what has come. */
enum Likeness {
	case Equal;
	/** It is the beginning of it, or empty: as a write that broke off leaves it. */
	case Beginning;
	case Other;
}
