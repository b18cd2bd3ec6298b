<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\Adapter;

use Doctrine\DBAL\Connection;
use OCA\Compagnon\Port\Clock;
use OCA\Compagnon\Port\Jobs;

/** A list that `demo/console jobs` works off. */
final readonly class DemoJobs implements Jobs {
	private const LAST_RUN = 'jobs_last_run';
	/** Without a sign of life for that long, nobody works the list off. */
	private const ALIVE_SECONDS = 60;

	public function __construct(
		private Connection $connection,
		private Clock $clock,
	) {
	}

	#[\Override]
	public function schedule(string $runId, ?int $notBefore = null): void {
		$this->connection->executeStatement('INSERT OR REPLACE INTO jobs (run, not_before) VALUES (?, ?)', [$runId, $notBefore ?? 0]);
	}

	#[\Override]
	public function remove(string $runId): void {
		$this->connection->delete('jobs', ['run' => $runId]);
	}

	#[\Override]
	public function pace(): array {
		$last = $this->connection->fetchOne('SELECT value FROM settings WHERE name = ?', [self::LAST_RUN]);
		$lastRun = is_numeric($last) ? (int)$last : null;
		return ['mode' => ($lastRun ?? 0) < $this->clock->now() - self::ALIVE_SECONDS ? 'ajax' : 'cron', 'lastRun' => $lastRun];
	}

	/** @return list<string> runs that are due, the one that waits longest first */
	public function due(int $now): array {
		$runs = $this->connection->fetchFirstColumn('SELECT run FROM jobs WHERE not_before <= ? ORDER BY not_before, run', [$now]);
		return array_values(array_filter($runs, 'is_string'));
	}

	/**
	 * Takes the next run off the list, as a Nextcloud does before it works on one, and gives a sign of life.
	 *
	 * @return ?string null when none is due
	 */
	public function next(): ?string {
		$this->connection->executeStatement('INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)', [self::LAST_RUN, (string)$this->clock->now()]);
		foreach ($this->due($this->clock->now()) as $run) {
			if ($this->connection->delete('jobs', ['run' => $run]) === 1) {
				return $run;
			}
		}
		return null;
	}
}
