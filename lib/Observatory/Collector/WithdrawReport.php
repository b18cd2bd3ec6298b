<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Collector;

use OCA\Compagnon\Error\Gone;
use OCA\Compagnon\Error\NotFound;
use OCA\Compagnon\Error\TooMany;
use OCA\Compagnon\Observatory\ReceiptKey;
use OCA\Compagnon\Openl\Malformed;
use OCA\Compagnon\Openl\WithdrawalCode;

/** Erases a report for whoever knows its secret. */
final readonly class WithdrawReport {
	public function __construct(
		private Refusals $refusals,
		private Waves $waves,
		private Reports $reports,
		private ReceiptKey $receipts,
	) {
	}

	/**
	 * @param string $secret hex
	 * @return array{receipt: string, signature: string} the same each time
	 * @throws NotFound when there is no such report, or the secret is another
	 * @throws Gone when it was counted already
	 * @throws TooMany
	 */
	public function withdraw(string $reportId, #[\SensitiveParameter] string $secret): array {
		$this->refusals->hold();
		$kept = $this->reports->ofId($reportId);
		if ($kept === null || !self::fits($kept, $secret)) {
			$this->refusals->count();
			throw new NotFound('There is no such report here, or the code is another.');
		}
		if (!$kept->isWithdrawn) {
			if ($this->waves->find($kept->survey, $kept->period)->isCounted ?? true) {
				throw new Gone('This survey was counted already. Only the totals are left, and they name nobody.');
			}
			$this->reports->withdraw($reportId);
		}
		return $kept->withdrawn()->receipt()->signed($this->receipts->secretKey());
	}

	private static function fits(Kept $kept, #[\SensitiveParameter] string $secret): bool {
		try {
			return hash_equals($kept->withdrawHash, WithdrawalCode::ofSecret($secret)->hash());
		} catch (Malformed) {
			return false;
		}
	}
}
