<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Survey\Sending;

/** The parts of an observatory that a space speaks to; they may be on different servers one day. */
enum Side: string {
	case Publisher = 'publisher';
	case Registry = 'registry';
	case Collector = 'collector';
}
