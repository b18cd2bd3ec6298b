<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Report;

use OCA\Compagnon\Transfer\Run\Run;
use OCA\Compagnon\Transfer\Run\RunState;

/** Leaves a report in the person's files. */
interface ReportFile {
	/**
	 * Once more for the same run, it replaces the report that it has left before unless somebody has changed that.
	 *
	 * @param RunState $end in which the run is about to be
	 * @param ?string $code reason of that
	 * @return array{}|array{file: int, etag: string} to be kept with the totals; nothing when it could not be stored, which
	 *   is no reason for a run to fail
	 */
	public function write(Run $run, RunState $end, ?string $code): array;
}
