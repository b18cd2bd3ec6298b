<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Collector;

use OCA\Compagnon\Openl\Report;
use OCA\Compagnon\Openl\ReportKind;
use OCA\Compagnon\Openl\Stratum;
use OCA\Compagnon\Port\Database;

/**
 * The table compagnon_collector_report.
 *
 * @phpstan-import-type Row from Database
 */
final readonly class Reports {
	private const TABLE = 'compagnon_collector_report';
	private const FRAME = 'report_id, body_hash, withdraw_hash, survey, period, received_on, CASE WHEN content IS NULL THEN 1 ELSE 0 END AS withdrawn';
	private const PAGE = 1_000;

	public function __construct(
		private Database $database,
	) {
	}

	/** @return bool false when its token was spent, or its id used, before */
	public function add(Report $report, Stratum $stratum, string $bodyHash, string $day): bool {
		return $this->database->insertIgnore(self::TABLE, [
			'nullifier' => $report->token->nullifier(),
			'body_hash' => $bodyHash,
			'report_id' => $report->reportId,
			'withdraw_hash' => $report->withdrawHash,
			'survey' => $report->survey,
			'period' => $report->period->name,
			'kind' => $report->kind->value,
			'stratum' => $stratum->value,
			'received_on' => $day,
			'content' => json_encode((object)$report->content, JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE),
		]);
	}

	public function ofToken(string $nullifier): ?Kept {
		return $this->one('nullifier = :value', $nullifier);
	}

	public function ofId(string $reportId): ?Kept {
		return $this->one('report_id = :value', $reportId);
	}

	/** Erases what it says. The token stays spent. */
	public function withdraw(string $reportId): void {
		$this->database->execute('UPDATE *PREFIX*' . self::TABLE . ' SET content = NULL WHERE report_id = :id', ['id' => $reportId]);
	}

	public function count(string $survey, string $period, ReportKind $kind, Stratum $stratum): int {
		$rows = $this->database->query(
			'SELECT COUNT(*) AS amount FROM *PREFIX*' . self::TABLE
			. ' WHERE survey = :survey AND period = :period AND kind = :kind AND stratum = :stratum AND content IS NOT NULL',
			['survey' => $survey, 'period' => $period, 'kind' => $kind->value, 'stratum' => $stratum->value],
		);
		return (int)($rows[0]['amount'] ?? 0);
	}

	/**
	 * A page at a time, ordered by hash: that order is of chance.
	 *
	 * @return iterable<int, string> content as JSON
	 */
	public function contents(string $survey, string $period, ReportKind $kind, Stratum $stratum): iterable {
		$after = '';
		do {
			$rows = $this->database->query(
				'SELECT nullifier, content FROM *PREFIX*' . self::TABLE
				. ' WHERE survey = :survey AND period = :period AND kind = :kind AND stratum = :stratum AND nullifier > :after AND content IS NOT NULL'
				. ' ORDER BY nullifier ASC LIMIT ' . self::PAGE,
				['survey' => $survey, 'period' => $period, 'kind' => $kind->value, 'stratum' => $stratum->value, 'after' => $after],
			);
			foreach ($rows as $row) {
				$after = (string)$row['nullifier'];
				yield (string)$row['content'];
			}
		} while (count($rows) === self::PAGE);
	}

	/** @return int rows */
	public function erase(string $survey, string $period): int {
		return $this->database->execute(
			'DELETE FROM *PREFIX*' . self::TABLE . ' WHERE survey = :survey AND period = :period',
			['survey' => $survey, 'period' => $period],
		);
	}

	private function one(string $where, string $value): ?Kept {
		$rows = $this->database->query('SELECT ' . self::FRAME . ' FROM *PREFIX*' . self::TABLE . " WHERE $where", ['value' => $value]);
		return $rows === [] ? null : $this->hydrate($rows[0]);
	}

	/** @param Row $row */
	private function hydrate(array $row): Kept {
		return new Kept(
			(string)$row['report_id'],
			(string)$row['body_hash'],
			(string)$row['withdraw_hash'],
			(string)$row['survey'],
			(string)$row['period'],
			(string)$row['received_on'],
			(int)$row['withdrawn'] === 1,
		);
	}
}
