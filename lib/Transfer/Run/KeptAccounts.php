<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Run;

use OCA\Compagnon\Transfer\Oauth\ConnectionRepository;

/** Runs and the connections that they read from, which come and go under them. */
final readonly class KeptAccounts {
	public function __construct(
		private RunRepository $runs,
		private ConnectionRepository $connections,
	) {
	}

	/** @return ?string id of the connection that the run reads from, if it is there */
	public function of(Run $run): ?string {
		return $run->account === null || $this->connections->find($run->userId, $run->account) === null ? null : $run->account;
	}

	/**
	 * An account that was disconnected and is connected again is another connection to the same account: what has read
	 * from the one before reads from this one.
	 */
	public function follow(string $userId, string $connection): void {
		$held = $this->connections->find($userId, $connection);
		if ($held === null) {
			return;
		}
		$origin = RunInputs::origin($held->connection);
		foreach ($this->runs->ofPerson($userId) as $run) {
			if ($run->options->origin === $origin && $run->account !== $connection) {
				$this->runs->readFrom($run->id, $connection);
			}
		}
	}
}
