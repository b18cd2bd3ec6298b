<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Collector;

use OCA\Compagnon\Openl\Receipt;
use OCA\Compagnon\Openl\ReceiptKind;

/** What the collector keeps of a report, without what it says. */
final readonly class Kept {
	/** @param string $day on which it came */
	public function __construct(
		public string $reportId,
		public string $bodyHash,
		public string $withdrawHash,
		public string $survey,
		public string $period,
		public string $day,
		public bool $isWithdrawn,
	) {
	}

	public function withdrawn(): self {
		return new self($this->reportId, $this->bodyHash, $this->withdrawHash, $this->survey, $this->period, $this->day, true);
	}

	public function receipt(): Receipt {
		return new Receipt($this->reportId, $this->bodyHash, $this->day, $this->isWithdrawn ? ReceiptKind::Withdrawn : ReceiptKind::Kept);
	}
}
