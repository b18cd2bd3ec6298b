<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Publisher\Release;

/** Why nothing is shown of a question. */
enum Withheld: string {
	/** Too few people answered. */
	case Few = 'few';
	/** Nothing would be left, or what is left would give the rest away. */
	case Alike = 'alike';
	/** How many were asked would give away a cell that is hidden in another table. */
	case Linked = 'linked';
}
