<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Adventure;

/** How deep one goes into a quest. */
enum Level: string {
	case Essential = 'essential';
	/** For those who want to know more about it. */
	case Explore = 'explore';
}
