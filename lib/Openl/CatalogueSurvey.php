<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Openl;

/** A survey as the catalogue announces it, the same for every space. */
final readonly class CatalogueSurvey {
	/**
	 * @param ReportKind $kind member-answers or space-figures
	 * @param string $opens first day, as `2026-11-28`
	 * @param string $closes last day
	 * @param int $k the least that a published cell counts
	 * @param ?Questionnaire $questionnaire of member-answers
	 * @param string $sha256 hex: of the questionnaire's text, or Metric::setHash of the figures
	 * @param list<Metric> $metrics of space-figures
	 * @param array<string, array<string, string>> $issuers public keys of 32 bytes by stratum and kind
	 */
	public function __construct(
		public string $id,
		public ReportKind $kind,
		public string $version,
		public Period $period,
		public string $opens,
		public string $closes,
		public string $organiser,
		public string $contact,
		public Words $purpose,
		public Words $basis,
		public Words $retention,
		public int $k,
		public ?Questionnaire $questionnaire,
		public string $sha256,
		public array $metrics,
		public array $issuers,
	) {
	}

	/** @return ?string 32 bytes; null when there are no reports of this kind */
	public function issuer(Stratum $stratum, ReportKind $kind): ?string {
		return $this->issuers[$stratum->value][$kind->value] ?? null;
	}

	/** @param int $now UTC seconds */
	public function isOpen(int $now): bool {
		$today = gmdate('Y-m-d', $now);
		return $this->opens <= $today && $today <= $this->closes;
	}
}
