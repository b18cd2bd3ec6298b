<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Survey\Sending;

use OCA\Compagnon\Openl\ReportKind;

/** Takes reports out of the queue that may not leave any more; the history says so. */
final readonly class DropQueue {
	public function __construct(
		private QueueRepository $queue,
		private SentRepository $sent,
	) {
	}

	public function answers(Outcome $why): void {
		$this->drop($why, ReportKind::MemberAnswers->value, ReportKind::MemberText->value);
	}

	public function figures(Outcome $why): void {
		$this->drop($why, ReportKind::SpaceFigures->value);
	}

	/** Withdrawals as well: there is nobody to ask any more. */
	public function everything(Outcome $why): void {
		$this->drop($why, ReportKind::MemberAnswers->value, ReportKind::MemberText->value, ReportKind::SpaceFigures->value);
		foreach ($this->queue->ofKind(Withdrawals::KIND) as $one) {
			$this->queue->remove($one->id);
		}
	}

	private function drop(Outcome $why, string ...$kinds): void {
		foreach ($kinds as $kind) {
			foreach ($this->queue->ofKind($kind) as $report) {
				if ($this->queue->remove($report->id)) {
					$this->sent->settle($report->id, $report->survey, $report->period, $report->kind, SentState::NotSent, $why);
				}
			}
		}
	}
}
