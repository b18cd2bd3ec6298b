<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Survey\Sending;

use OCA\Compagnon\Error\Unavailable;
use OCA\Compagnon\Openl\ReportKind;
use OCA\Compagnon\Port\Clock;
use OCA\Compagnon\Port\Database;
use OCA\Compagnon\Port\Secrets;
use OCA\Compagnon\Survey\Day;

/**
 * The table compagnon_survey_sent: what left, or never will. Of answers only that there was one.
 *
 * @phpstan-import-type Row from Database
 */
final readonly class SentRepository {
	private const TABLE = 'compagnon_survey_sent';

	public function __construct(
		private Database $database,
		private Secrets $secrets,
		private Clock $clock,
	) {
	}

	/** Figures that are about to leave. */
	public function begin(string $id, string $survey, string $period, string $report, #[\SensitiveParameter] string $secret): void {
		$this->insert($id, $survey, $period, ReportKind::SpaceFigures->value, SentState::Waiting, null, ['report' => $report, 'secret' => $this->secrets->seal($secret)]);
	}

	/**
	 * What became of a report.
	 *
	 * @param ?array{receipt: string, signature: string} $receipt kept of figures only: of answers it would name a report
	 */
	public function settle(string $id, string $survey, string $period, string $kind, SentState $state, ?Outcome $outcome = null, ?array $receipt = null): void {
		$isFigures = $kind === ReportKind::SpaceFigures->value;
		$values = ['state' => $state->value, 'code' => $outcome?->value, 'day' => Day::of($this->clock->now())];
		if ($receipt !== null && $isFigures) {
			$values['receipt'] = json_encode($receipt, JSON_THROW_ON_ERROR);
		}
		$set = implode(', ', array_map(static fn (string $column): string => "$column = :$column", array_keys($values)));
		if ($this->database->execute('UPDATE *PREFIX*' . self::TABLE . " SET $set WHERE id = :id", $values + ['id' => $id]) === 0) {
			$this->insert($id, $survey, $period, $kind, $state, $outcome, []);
		}
	}

	public function find(string $id): ?SentReport {
		$rows = $this->database->query('SELECT * FROM *PREFIX*' . self::TABLE . ' WHERE id = :id', ['id' => $id]);
		return $rows === [] ? null : $this->hydrate($rows[0]);
	}

	/** @return list<SentReport> figures, the newest first */
	public function figures(): array {
		return array_map($this->hydrate(...), $this->database->query(
			'SELECT * FROM *PREFIX*' . self::TABLE . ' WHERE kind = :kind ORDER BY period DESC, day DESC, id ASC',
			['kind' => ReportKind::SpaceFigures->value],
		));
	}

	/** @return list<SentReport> figures of one survey */
	public function figuresOf(string $survey, string $period): array {
		return array_values(array_filter($this->figures(), static fn (SentReport $sent): bool => $sent->survey === $survey && $sent->period === $period));
	}

	public function remove(string $id): void {
		$this->database->execute('DELETE FROM *PREFIX*' . self::TABLE . ' WHERE id = :id', ['id' => $id]);
	}

	/** @return list<array{survey: string, period: string, kind: string, state: SentState, many: int}> */
	public function counts(): array {
		$rows = $this->database->query('SELECT survey, period, kind, state, COUNT(*) AS many FROM *PREFIX*' . self::TABLE . ' GROUP BY survey, period, kind, state ORDER BY period DESC, survey ASC, kind ASC');
		return array_map(static fn (array $row): array => ['survey' => (string)$row['survey'], 'period' => (string)$row['period'], 'kind' => (string)$row['kind'], 'state' => SentState::from((string)$row['state']), 'many' => (int)$row['many']], $rows);
	}

	/** @param array<string, string> $more */
	private function insert(string $id, string $survey, string $period, string $kind, SentState $state, ?Outcome $outcome, #[\SensitiveParameter] array $more): void {
		$this->database->insertIgnore(self::TABLE, [
			'id' => $id,
			'survey' => $survey,
			'period' => $period,
			'kind' => $kind,
			'state' => $state->value,
			'code' => $outcome?->value,
			'day' => Day::of($this->clock->now()),
		] + $more);
	}

	/** @param Row $row */
	private function hydrate(array $row): SentReport {
		$receipt = json_decode((string)$row['receipt'], true);
		$isReceipt = is_array($receipt) && is_string($receipt['receipt'] ?? null) && is_string($receipt['signature'] ?? null);
		return new SentReport(
			(string)$row['id'],
			(string)$row['survey'],
			(string)$row['period'],
			(string)$row['kind'],
			SentState::from((string)$row['state']),
			Outcome::tryFrom((string)$row['code']),
			(int)$row['day'],
			$row['report'] === null ? null : (string)$row['report'],
			$this->open($row['secret'] === null ? null : (string)$row['secret']),
			$isReceipt ? ['receipt' => $receipt['receipt'], 'signature' => $receipt['signature']] : null,
		);
	}

	/** @return ?string null also when it was sealed elsewhere: the history is read all the same */
	private function open(?string $sealed): ?string {
		try {
			return $sealed === null ? null : $this->secrets->open($sealed);
		} catch (Unavailable) {
			return null;
		}
	}
}
