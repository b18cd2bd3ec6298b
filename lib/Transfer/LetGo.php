<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer;

use OCA\Compagnon\Error\NotFound;
use OCA\Compagnon\Port\Jobs;
use OCA\Compagnon\Port\Notifier;
use OCA\Compagnon\Transfer\Engine\StagingFiles;
use OCA\Compagnon\Transfer\Oauth\ConnectionRepository;
use OCA\Compagnon\Transfer\Oauth\RemoveConnection;
use OCA\Compagnon\Transfer\Run\Run;
use OCA\Compagnon\Transfer\Run\RunRepository;
use OCA\Compagnon\Transfer\Run\RunState;

/**
 * What is kept of moves outside the database: consents at providers, entries on the list of jobs, notices, staged bytes.
 * Let go before the rows are erased. A worker that is at one of these runs stops at its next sign of life.
 */
final readonly class LetGo {
	public function __construct(
		private ConnectionRepository $connections,
		private RemoveConnection $remove,
		private RunRepository $runs,
		private StagingFiles $staging,
		private Jobs $jobs,
		private Notifier $notifier,
	) {
	}

	/** @return int rows of connections that are erased already, each once its provider was told */
	public function person(string $userId): int {
		array_map($this->run(...), $this->runs->ofPerson($userId));
		return $this->disconnect($userId);
	}

	/** @return int as for a person */
	public function everything(): int {
		foreach (RunState::cases() as $state) {
			array_map($this->run(...), $this->runs->inState($state));
		}
		return array_sum(array_map($this->disconnect(...), $this->connections->people()));
	}

	private function run(Run $run): void {
		$this->jobs->remove($run->id);
		$this->staging->remove($run->id);
		foreach (array_diff(array_unique([$run->userId, $run->startedBy]), ['']) as $person) {
			$this->notifier->withdraw($person, $run->id);
		}
	}

	private function disconnect(string $userId): int {
		$rows = 0;
		foreach ($this->connections->all($userId) as $connection) {
			try {
				$this->remove->remove($userId, $connection->id);
				$rows++;
			} catch (NotFound) {
				// Somebody else was faster.
			}
		}
		return $rows;
	}
}
