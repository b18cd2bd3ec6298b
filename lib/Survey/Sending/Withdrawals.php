<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Survey\Sending;

use OCA\Compagnon\Error\Unavailable;
use OCA\Compagnon\Openl\Malformed;
use OCA\Compagnon\Openl\WithdrawalCode;
use OCA\Compagnon\Port\Clock;
use OCA\Compagnon\Port\Secrets;
use OCA\Compagnon\Survey\Day;

/** Asks the collector to erase reports, again and again until it has answered. They go out even when all else is off. */
final readonly class Withdrawals {
	public const KIND = 'withdrawal';
	/** Raw reports are gone long before that. */
	private const DAYS = 400;
	/** An observatory that is switched off for a while answers as one that does not know the report. */
	private const NOT_FOUND = 3;

	public function __construct(
		private QueueRepository $queue,
		private SentRepository $sent,
		private Wire $wire,
		private Receipts $receipts,
		private Backoff $backoff,
		private Troubles $troubles,
		private Secrets $secrets,
		private Clock $clock,
	) {
	}

	/** Puts one on the list. The report is said to be on its way out from now on. */
	public function ask(WithdrawalCode $code, string $survey, string $period, string $kind): void {
		$today = Day::of($this->clock->now());
		$this->sent->settle($code->queueId(), $survey, $period, $kind, SentState::Withdrawing);
		$this->queue->add(new QueuedReport(self::id($code), $survey, $period, self::KIND, $this->secrets->seal($code->secret()), $today, $today + self::DAYS));
	}

	public function send(): void {
		foreach ($this->queue->ofKind(self::KIND) as $one) {
			$code = $this->code($one);
			if ($code === null || $one->lastDay < Day::of($this->clock->now())) {
				$this->end($one, null, SentState::Refused, Outcome::Unanswered);
			} elseif ($this->queue->claim($one) && !$this->one($one, $code)) {
				return;
			}
		}
	}

	/** Tries this one now, whatever it waits for. */
	public function sendNow(WithdrawalCode $code): void {
		$one = $this->queue->find(self::id($code));
		if ($one !== null && $this->queue->claim($one)) {
			$this->one($one, $code);
		}
	}

	/** @return bool whether the collector answered */
	private function one(QueuedReport $one, #[\SensitiveParameter] WithdrawalCode $code): bool {
		$reply = $this->wire->post(Side::Collector, 'observatory/collector/withdrawals', ['report' => $code->reportId(), 'secret' => $code->secret()]);
		if ($reply === null) {
			return false;
		}
		if ($reply->status === 404 && ($one->survey === '' || $one->tries + 1 >= self::NOT_FOUND)) {
			return $this->end($one, $code, SentState::Withdrawn, Outcome::NotThere);
		}
		if ($reply->status === 410) {
			return $this->end($one, $code, SentState::TooLate, null);
		}
		if ($reply->status !== 200 || $this->receipts->ofWithdrawal($reply->data, $code) === null) {
			$this->troubles->note($reply->status === 200 ? Trouble::Receipt : Trouble::Strange, 'collector');
			$this->backoff->failed(Side::Collector);
			return false;
		}
		return $this->end($one, $code, SentState::Withdrawn, null, $this->receipts->asSigned($reply->data));
	}

	/** @param ?array{receipt: string, signature: string} $receipt */
	private function end(QueuedReport $one, #[\SensitiveParameter] ?WithdrawalCode $code, SentState $state, ?Outcome $outcome, ?array $receipt = null): bool {
		if ($code !== null) {
			$before = $this->sent->find($code->queueId());
			$this->sent->settle($code->queueId(), $one->survey, $one->period, $before->kind ?? '', $state, $outcome, $receipt);
		}
		$this->queue->remove($one->id);
		return true;
	}

	private function code(QueuedReport $one): ?WithdrawalCode {
		try {
			return WithdrawalCode::ofSecret($this->secrets->open($one->sealed));
		} catch (Malformed|Unavailable) {
			return null;
		}
	}

	/** Known before and after the report has left the queue. */
	private static function id(WithdrawalCode $code): string {
		return hash('sha256', 'openl/withdrawal|' . $code->queueId());
	}
}
