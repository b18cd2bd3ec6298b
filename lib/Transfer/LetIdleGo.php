<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer;

use OCA\Compagnon\Error\NotFound;
use OCA\Compagnon\Port\Clock;
use OCA\Compagnon\Transfer\Oauth\Connection;
use OCA\Compagnon\Transfer\Oauth\ConnectionRepository;
use OCA\Compagnon\Transfer\Oauth\ConsentRepository;
use OCA\Compagnon\Transfer\Oauth\RemoveConnection;
use OCA\Compagnon\Transfer\Run\Run;
use OCA\Compagnon\Transfer\Run\RunRepository;
use OCA\Compagnon\Transfer\Run\RunState;

/** Gives permissions back that nobody needs any more, without being asked to. */
final readonly class LetIdleGo {
	/** After the end of the last move: long enough to try again what failed. */
	private const AFTER_THE_END = 86_400;
	/** While a move is being put together, is paused or waits for the person. */
	private const WHILE_IT_RESTS = 7 * 86_400;
	/** Nobody comes back from a provider's page after that. */
	private const CONSENT = 3_600;

	public function __construct(
		private ConnectionRepository $connections,
		private ConsentRepository $consents,
		private RemoveConnection $remove,
		private RunRepository $runs,
		private Clock $clock,
	) {
	}

	public function letGo(): void {
		foreach ($this->connections->people() as $person) {
			$this->consents->clear($person, $this->clock->now() - self::CONSENT);
			$runs = $this->runs->ofPerson($person);
			foreach ($this->connections->all($person) as $connection) {
				$own = array_filter($runs, static fn (Run $run): bool => $run->account === $connection->id);
				if ($this->neededUntil($connection, $own) <= $this->clock->now()) {
					$this->remove($connection);
				}
			}
		}
	}

	/** @param array<array-key, Run> $runs that read from it */
	private function neededUntil(Connection $connection, array $runs): int {
		$until = $connection->createdAt + self::AFTER_THE_END;
		foreach ($runs as $run) {
			$until = max($until, match (true) {
				$run->state === RunState::Active => PHP_INT_MAX,
				$run->state->isEnd() => ($run->finishedAt ?? $run->updatedAt) + self::AFTER_THE_END,
				default => $run->updatedAt + self::WHILE_IT_RESTS,
			});
		}
		return $until;
	}

	private function remove(Connection $connection): void {
		try {
			$this->remove->remove($connection->userId, $connection->id);
		} catch (NotFound) {
			// Somebody else was faster.
		}
	}
}
