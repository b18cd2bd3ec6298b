<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tour;

/** Where a person stands with a tour. No row at all means: never heard of it. */
enum ProgressState: string {
	/** The offer was seen, or put off until `quietUntil`. */
	case Offered = 'offered';
	case Running = 'running';
	/** Left in the middle; the place is kept. */
	case Paused = 'paused';
	case Finished = 'finished';
	/** "Not for me": never proposed again, still startable by the person. */
	case Refused = 'refused';
}
