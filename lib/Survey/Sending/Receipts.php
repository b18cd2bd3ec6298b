<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Survey\Sending;

use OCA\Compagnon\Openl\Malformed;
use OCA\Compagnon\Openl\Receipt;
use OCA\Compagnon\Openl\ReceiptKind;
use OCA\Compagnon\Openl\WithdrawalCode;
use OCA\Compagnon\Survey\Catalogue\CatalogueStore;

/** Reads what the collector signed, and believes it only when it is about this very report. */
final readonly class Receipts {
	public function __construct(
		private CatalogueStore $catalogue,
	) {
	}

	/**
	 * @param array<array-key, mixed> $data
	 * @param ?SentReport $sent of figures, whose id is known here; nobody here knows that of answers
	 */
	public function ofReport(array $data, QueuedReport $report, ?SentReport $sent): ?Receipt {
		$receipt = $this->read($data);
		$isIts = $receipt !== null
			&& ($receipt->kind === ReceiptKind::Withdrawn || hash_equals(hash('sha256', $report->sealed), $receipt->bodyHash))
			&& ($sent?->secret === null || hash_equals(WithdrawalCode::ofSecret($sent->secret)->reportId(), $receipt->reportId));
		return $isIts ? $receipt : null;
	}

	/** @param array<array-key, mixed> $data */
	public function ofWithdrawal(array $data, WithdrawalCode $code): ?Receipt {
		$receipt = $this->read($data);
		return $receipt !== null && $receipt->kind === ReceiptKind::Withdrawn && hash_equals($code->reportId(), $receipt->reportId) ? $receipt : null;
	}

	/**
	 * @param array<array-key, mixed> $data that was read before
	 * @return ?array{receipt: string, signature: string}
	 */
	public function asSigned(array $data): ?array {
		$receipt = $data['receipt'] ?? null;
		$signature = $data['signature'] ?? null;
		return is_string($receipt) && is_string($signature) ? ['receipt' => $receipt, 'signature' => $signature] : null;
	}

	/** @param array<array-key, mixed> $data */
	private function read(array $data): ?Receipt {
		foreach ($this->catalogue->receiptKeys() as $key) {
			try {
				return Receipt::read($data, $key);
			} catch (Malformed) {
				continue;
			}
		}
		return null;
	}
}
