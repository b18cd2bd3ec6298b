<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer;

/** Leaves a report in the person's files. */
interface ReportFile {
	/**
	 * Once more for the same run, it replaces the report that it has left before unless somebody has changed that.
	 *
	 * @return Totals with the file, where one could be stored: a report that cannot be is no reason for a run to fail
	 */
	public function write(Run $run, RunState $end): Totals;
}
