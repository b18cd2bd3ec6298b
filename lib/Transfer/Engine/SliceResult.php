<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Engine;

/** How a slice of a run has ended. */
enum SliceResult {
	/** Somebody else works on it. */
	case Busy;
	/** The time is over; the next slice goes on. */
	case MoreToDo;
	/** Nothing is due before a time, at which the next slice is on the list. */
	case Waiting;
	/** Nothing goes on before somebody does something: starts, resumes, connects again, makes room. */
	case Stopped;
	/** The run is over. */
	case Ended;
}
