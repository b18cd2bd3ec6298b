<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Fault;

/** What follows from a fault. */
enum FaultKind {
	/** Passes by itself: the item is tried again later, a few times. */
	case Again;
	/** The whole account has to go slower, or wait; does not count as a try. */
	case Throttled;
	/** The bytes so far are worth nothing: begin the item anew. */
	case Restart;
	/** The provider does not let us in: the run waits for a new connection. */
	case Reconnect;
	/** The item is not there any more. */
	case Vanished;
	/** Nobody can take this item out. */
	case Unsupported;
	/** No room: the run waits. */
	case NoRoom;
	/** Trying again does not help; the person can after having mended the reason. */
	case Final;
}
