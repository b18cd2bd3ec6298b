<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Registry;

use OCA\Compagnon\Openl\Period;
use OCA\Compagnon\Openl\ReportKind;
use OCA\Compagnon\Openl\Stratum;
use OCA\Compagnon\Port\Database;

/** The table compagnon_registry_issue. */
final readonly class Issued {
	private const TABLE = 'compagnon_registry_issue';

	public function __construct(
		private Database $database,
	) {
	}

	/**
	 * @param string $batch hash of the blinded elements
	 * @return bool false when this subject has had another batch
	 */
	public function note(Offer $offer, ReportKind $kind, Space $space, int $amount, string $batch): bool {
		$key = ['survey' => $offer->survey, 'period' => $offer->period->name, 'kind' => $kind->value, 'subject' => $space->subject];
		if ($this->database->insertIgnore(self::TABLE, $key + ['stratum' => $space->stratum->value, 'amount' => $amount, 'batch' => $batch])) {
			return true;
		}
		$rows = $this->database->query(
			'SELECT batch FROM *PREFIX*' . self::TABLE . ' WHERE survey = :survey AND period = :period AND kind = :kind AND subject = :subject',
			$key,
		);
		return ($rows[0]['batch'] ?? null) === $batch;
	}

	/** @return array{tokens: int, spaces: int} */
	public function count(string $survey, Period $period, ReportKind $kind, Stratum $stratum): array {
		$rows = $this->database->query(
			'SELECT SUM(amount) AS tokens, COUNT(*) AS spaces FROM *PREFIX*' . self::TABLE
			. ' WHERE survey = :survey AND period = :period AND kind = :kind AND stratum = :stratum',
			['survey' => $survey, 'period' => $period->name, 'kind' => $kind->value, 'stratum' => $stratum->value],
		);
		return ['tokens' => (int)($rows[0]['tokens'] ?? 0), 'spaces' => (int)($rows[0]['spaces'] ?? 0)];
	}

	/** @return int rows */
	public function erase(string $survey, Period $period): int {
		return $this->database->execute(
			'DELETE FROM *PREFIX*' . self::TABLE . ' WHERE survey = :survey AND period = :period',
			['survey' => $survey, 'period' => $period->name],
		);
	}
}
