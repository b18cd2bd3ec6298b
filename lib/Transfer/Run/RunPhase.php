<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Run;

/**
 * What a run is at. It goes back to moving only when what did not come is tried again; a second run is another run.
 */
enum RunPhase: string {
	/** Lists what the source has. */
	case Scan = 'scan';
	/** Gives everything its name and place, without touching anything. */
	case Plan = 'plan';
	/** Fetches, checks, writes, reads back. */
	case Move = 'move';
	/** Counts again whether nothing is missing. */
	case Reconcile = 'reconcile';
	case Report = 'report';
}
