<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Survey\Answer;

use OCA\Compagnon\Error\Invalid;
use OCA\Compagnon\Openl\ReportKind;
use OCA\Compagnon\Openl\WithdrawalCode;
use OCA\Compagnon\Survey\Catalogue\CatalogueStore;
use OCA\Compagnon\Survey\Sending\Outcome;
use OCA\Compagnon\Survey\Sending\QueuedReport;
use OCA\Compagnon\Survey\Sending\QueueRepository;
use OCA\Compagnon\Survey\Sending\SentRepository;
use OCA\Compagnon\Survey\Sending\SentState;
use OCA\Compagnon\Survey\Sending\Withdrawals;

/** Takes back what a code stands for. Nobody here knows whose it is: whoever has the code may. */
final readonly class WithdrawByCode {
	public function __construct(
		private QueueRepository $queue,
		private SentRepository $sent,
		private Withdrawals $withdrawals,
		private Roll $roll,
		private CatalogueStore $catalogue,
	) {
	}

	/** @throws Invalid when it is no code */
	public function withdraw(string $userId, #[\SensitiveParameter] string $typed): WithdrawalResult {
		$code = WithdrawalCode::read($typed);
		$waiting = $this->queue->find($code->queueId());
		if ($waiting !== null) {
			return $this->fromQueue($userId, $code, $waiting);
		}
		$sent = $this->sent->find($code->queueId());
		$result = match ($sent?->state) {
			null => $this->catalogue->current() === null ? WithdrawalResult::Unknown : $this->ask($code, '', '', ''),
			SentState::Sent => $this->ask($code, $sent->survey, $sent->period, $sent->kind),
			SentState::Withdrawing => WithdrawalResult::Asked,
			SentState::TooLate => WithdrawalResult::TooLate,
			default => WithdrawalResult::Unknown,
		};
		if ($sent !== null && in_array($result, [WithdrawalResult::Withdrawn, WithdrawalResult::Asked], true)) {
			$this->release($userId, $sent->survey, $sent->period, $sent->kind);
		}
		return $result;
	}

	private function fromQueue(string $userId, #[\SensitiveParameter] WithdrawalCode $code, QueuedReport $waiting): WithdrawalResult {
		$this->release($userId, $waiting->survey, $waiting->period, $waiting->kind);
		if ($this->queue->removeUntried($waiting->id)) {
			$this->sent->settle($waiting->id, $waiting->survey, $waiting->period, $waiting->kind, SentState::Withdrawn, Outcome::Before);
			return WithdrawalResult::Removed;
		}
		// It was tried, and may have arrived although nobody answered. It is asked about after the sending that may be under way.
		$this->queue->remove($waiting->id);
		$this->withdrawals->ask($code, $waiting->survey, $waiting->period, $waiting->kind);
		return WithdrawalResult::Asked;
	}

	private function ask(#[\SensitiveParameter] WithdrawalCode $code, string $survey, string $period, string $kind): WithdrawalResult {
		$this->withdrawals->ask($code, $survey, $period, $kind);
		$this->withdrawals->sendNow($code);
		$now = $this->sent->find($code->queueId());
		if ($kind === '' && $now?->outcome === Outcome::NotThere) {
			$this->sent->remove($code->queueId());
			return WithdrawalResult::Unknown;
		}
		return match ($now?->state) {
			SentState::Withdrawn => WithdrawalResult::Withdrawn,
			SentState::TooLate => WithdrawalResult::TooLate,
			default => WithdrawalResult::Asked,
		};
	}

	/** With the answers gone, their author may answer again: one report less, and at most one more. */
	private function release(string $userId, string $survey, string $period, string $kind): void {
		if ($kind === ReportKind::MemberAnswers->value) {
			$this->roll->release($userId, $survey, $period);
		}
	}
}
