<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Survey\Figures;

use OCA\Compagnon\Error\NotFound;
use OCA\Compagnon\Openl\WithdrawalCode;
use OCA\Compagnon\Survey\Sending\Outcome;
use OCA\Compagnon\Survey\Sending\QueueRepository;
use OCA\Compagnon\Survey\Sending\SentReport;
use OCA\Compagnon\Survey\Sending\SentRepository;
use OCA\Compagnon\Survey\Sending\SentState;
use OCA\Compagnon\Survey\Sending\Withdrawals;

/** Takes figures back that were sent or are about to be. */
final readonly class WithdrawFigures {
	public const ALL = 'all';

	public function __construct(
		private QueueRepository $queue,
		private SentRepository $sent,
		private Withdrawals $withdrawals,
	) {
	}

	/**
	 * @param string $id of a line of the history, or ALL
	 * @throws NotFound
	 */
	public function withdraw(string $id): void {
		$found = array_values(array_filter($this->sent->figures(), static fn (SentReport $one): bool => $id === self::ALL || $one->id === $id));
		if ($found === [] && $id !== self::ALL) {
			throw new NotFound('There is no such line in the history.');
		}
		foreach ($found as $one) {
			if (in_array($one->state, [SentState::Waiting, SentState::Renew, SentState::Sent], true)) {
				$this->one($one);
			}
		}
		$this->withdrawals->send();
	}

	private function one(SentReport $one): void {
		if ($one->state === SentState::Renew || $this->queue->removeUntried($one->id)) {
			$this->sent->settle($one->id, $one->survey, $one->period, $one->kind, SentState::Withdrawn, Outcome::Before);
			return;
		}
		$this->queue->remove($one->id);
		if ($one->secret === null) {
			// Sealed before the server's secret was changed: the observatory cannot be told which report.
			$this->sent->settle($one->id, $one->survey, $one->period, $one->kind, $one->state, Outcome::Unanswered);
			return;
		}
		$this->withdrawals->ask(WithdrawalCode::ofSecret($one->secret), $one->survey, $one->period, $one->kind);
	}
}
