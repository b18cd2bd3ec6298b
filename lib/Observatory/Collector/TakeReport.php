<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Collector;

use OCA\Compagnon\Error\Gone;
use OCA\Compagnon\Error\Refusal;
use OCA\Compagnon\Error\TooBig;
use OCA\Compagnon\Error\TooMany;
use OCA\Compagnon\Error\Unfit;
use OCA\Compagnon\Error\Unproven;
use OCA\Compagnon\Observatory\ReceiptKey;
use OCA\Compagnon\Openl\Report;
use OCA\Compagnon\Port\Clock;

/** Takes a report, once, from whoever brings it. Asks nobody who they are, and notes nothing finer than the day. */
final readonly class TakeReport {
	public function __construct(
		private Refusals $refusals,
		private OpenReport $open,
		private Waves $waves,
		private CheckReport $check,
		private Reports $reports,
		private ReceiptKey $receipts,
		private Clock $clock,
	) {
	}

	/**
	 * @param string $sealed the envelope in base64
	 * @throws TooMany before anything is looked at
	 * @throws TooBig
	 * @throws Unfit
	 * @throws Unproven
	 * @throws Gone
	 * @throws SpentToken
	 */
	public function take(#[\SensitiveParameter] string $sealed): Taken {
		$this->refusals->hold();
		try {
			return $this->taken($sealed);
		} catch (TooBig|Unfit|Unproven $e) {
			$this->refusals->count();
			throw $e;
		}
	}

	/** @throws Refusal */
	private function taken(#[\SensitiveParameter] string $sealed): Taken {
		$bytes = $this->open->bytes($sealed);
		$report = $this->open->open($bytes);
		$bodyHash = hash('sha256', $bytes);
		$wave = $this->waves->find($report->survey, $report->period->name) ?? throw new Unfit('Nobody asks this here.');
		if (!$wave->isTaken) {
			return $this->asBefore($report, $bodyHash) ?? throw new Gone('This survey is over. Nothing is taken for it any more.');
		}
		$stratum = $this->check->stratum($report, $wave);
		$this->check->content($report, $wave);
		$day = gmdate('Y-m-d', $this->clock->now());
		if ($this->reports->add($report, $stratum, $bodyHash, $day)) {
			return new Taken((new Kept($report->reportId, $bodyHash, $report->withdrawHash, $report->survey, $report->period->name, $day, false))->receipt()->signed($this->receipts->secretKey()), true);
		}
		return $this->asBefore($report, $bodyHash) ?? throw new SpentToken();
	}

	/** @return ?Taken null when this very body never came; its receipt may have been lost on the way */
	private function asBefore(#[\SensitiveParameter] Report $report, string $bodyHash): ?Taken {
		$kept = $this->reports->ofToken($report->token->nullifier());
		return $kept !== null && hash_equals($kept->bodyHash, $bodyHash) ? new Taken($kept->receipt()->signed($this->receipts->secretKey()), false) : null;
	}
}
