<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Engine;

/** How far a phase has come in this slice. */
enum PhaseEnd {
	case Done;
	case OutOfTime;
	/** Nothing is due before Slice::$notBefore. */
	case Waiting;
}
