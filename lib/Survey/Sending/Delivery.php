<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Survey\Sending;

use OCA\Compagnon\Openl\ReceiptKind;
use OCA\Compagnon\Openl\ReportKind;

/** Hands one report to the collector and does what its answer asks for. */
final readonly class Delivery {
	public function __construct(
		private Wire $wire,
		private QueueRepository $queue,
		private SentRepository $sent,
		private Receipts $receipts,
		private Backoff $backoff,
		private Troubles $troubles,
	) {
	}

	/** @return bool whether the collector has said its last word about it; false leaves it in the queue, as it is */
	public function deliver(QueuedReport $report): bool {
		$reply = $this->wire->post(Side::Collector, 'observatory/collector/reports', ['sealed' => base64_encode($report->sealed)]);
		return match ($reply?->status) {
			null => false,
			200, 201 => $this->taken($report, $reply),
			400, 422 => $this->end($report, SentState::Refused, Outcome::Unfit),
			401 => $this->badToken($report),
			409 => $this->end($report, SentState::Refused, Outcome::AlreadySent),
			410 => $this->end($report, SentState::Refused, Outcome::Closed),
			413 => $this->end($report, SentState::Refused, Outcome::TooBig),
			default => $this->strange(),
		};
	}

	private function taken(QueuedReport $report, Reply $reply): bool {
		$receipt = $this->receipts->ofReport($reply->data, $report, $this->sent->find($report->id));
		if ($receipt === null) {
			$this->troubles->note(Trouble::Receipt);
			$this->backoff->failed(Side::Collector);
			return false;
		}
		$this->troubles->clear(Trouble::Receipt, Trouble::Strange);
		$state = $receipt->kind === ReceiptKind::Kept ? SentState::Sent : SentState::Withdrawn;
		return $this->end($report, $state, null, $this->receipts->asSigned($reply->data));
	}

	/** Figures can be sealed again with a token of another key, once. Answers cannot: nobody here can read them. */
	private function badToken(QueuedReport $report): bool {
		$isFirst = $report->kind === ReportKind::SpaceFigures->value && $this->sent->find($report->id)?->outcome !== Outcome::BadToken;
		return $this->end($report, $isFirst ? SentState::Renew : SentState::Refused, Outcome::BadToken);
	}

	private function strange(): bool {
		$this->troubles->note(Trouble::Strange, 'collector');
		$this->backoff->failed(Side::Collector);
		return false;
	}

	/** @param ?array{receipt: string, signature: string} $receipt */
	private function end(QueuedReport $report, SentState $state, ?Outcome $outcome, ?array $receipt = null): bool {
		$this->sent->settle($report->id, $report->survey, $report->period, $report->kind, $state, $outcome, $receipt);
		$this->queue->remove($report->id);
		return true;
	}
}
