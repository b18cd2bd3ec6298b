<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Port;

/** Work of a run that goes on without anybody's page: one entry for each run, always with the same argument. */
interface Jobs {
	/** Puts a slice of the run on the list, or moves the one that is there: now, or not before a time. */
	public function schedule(string $runId, ?int $notBefore = null): void;

	/** Takes the run off the list; only when it has ended, so that a kill in between never leaves none. */
	public function remove(string $runId): void;

	/**
	 * How the list is worked off: "cron" by the system, "webcron" by calls from outside, "ajax" by open pages.
	 *
	 * @return array{mode: 'cron'|'webcron'|'ajax', lastRun: ?int} lastRun in UTC seconds
	 */
	public function pace(): array;
}
