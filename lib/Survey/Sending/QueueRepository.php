<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Survey\Sending;

use OCA\Compagnon\Port\Database;

/**
 * The table compagnon_survey_queue: days, no times, nobody's name, in no order.
 *
 * @phpstan-import-type Row from Database
 */
final readonly class QueueRepository {
	private const TABLE = 'compagnon_survey_queue';

	public function __construct(
		private Database $database,
	) {
	}

	public function add(QueuedReport $report): void {
		$this->database->insertIgnore(self::TABLE, [
			'id' => $report->id,
			'survey' => $report->survey,
			'period' => $report->period,
			'kind' => $report->kind,
			'sealed' => base64_encode($report->sealed),
			'day' => $report->day,
			'last_day' => $report->lastDay,
			'tries' => $report->tries,
		]);
	}

	public function find(string $id): ?QueuedReport {
		$rows = $this->database->query('SELECT * FROM *PREFIX*' . self::TABLE . ' WHERE id = :id', ['id' => $id]);
		return $rows === [] ? null : $this->hydrate($rows[0]);
	}

	/** @return list<QueuedReport> of this kind, that may leave on that day or before; by their ids, which say nothing */
	public function due(string $kind, int $day): array {
		return $this->select('kind = :kind AND day <= :day', ['kind' => $kind, 'day' => $day]);
	}

	/** @return list<QueuedReport> */
	public function ofKind(string $kind): array {
		return $this->select('kind = :kind', ['kind' => $kind]);
	}

	/** @return list<QueuedReport> whose last day is before that one */
	public function expired(int $day): array {
		return $this->select('last_day < :day', ['day' => $day]);
	}

	public function count(string $kind): int {
		$rows = $this->database->query('SELECT COUNT(*) AS many FROM *PREFIX*' . self::TABLE . ' WHERE kind = :kind', ['kind' => $kind]);
		return (int)($rows[0]['many'] ?? 0);
	}

	/** @return list<array{survey: string, period: string, kind: string, many: int}> */
	public function counts(): array {
		$rows = $this->database->query('SELECT survey, period, kind, COUNT(*) AS many FROM *PREFIX*' . self::TABLE . ' GROUP BY survey, period, kind ORDER BY period DESC, survey ASC, kind ASC');
		return array_map(static fn (array $row): array => ['survey' => (string)$row['survey'], 'period' => (string)$row['period'], 'kind' => (string)$row['kind'], 'many' => (int)$row['many']], $rows);
	}

	/** @return bool whether it was still there and nobody else sends it just now */
	public function claim(QueuedReport $report): bool {
		return $this->database->execute(
			'UPDATE *PREFIX*' . self::TABLE . ' SET tries = :next WHERE id = :id AND tries = :tries',
			['next' => $report->tries + 1, 'id' => $report->id, 'tries' => $report->tries],
		) === 1;
	}

	/** @return bool whether it was there */
	public function remove(string $id): bool {
		return $this->database->execute('DELETE FROM *PREFIX*' . self::TABLE . ' WHERE id = :id', ['id' => $id]) === 1;
	}

	/** @return bool whether it was there and had never been tried */
	public function removeUntried(string $id): bool {
		return $this->database->execute('DELETE FROM *PREFIX*' . self::TABLE . ' WHERE id = :id AND tries = 0', ['id' => $id]) === 1;
	}

	/**
	 * @param array<string, string|int> $values
	 * @return list<QueuedReport>
	 */
	private function select(string $where, array $values): array {
		return array_map($this->hydrate(...), $this->database->query('SELECT * FROM *PREFIX*' . self::TABLE . " WHERE $where ORDER BY id", $values));
	}

	/** @param Row $row */
	private function hydrate(array $row): QueuedReport {
		return new QueuedReport(
			(string)$row['id'],
			(string)$row['survey'],
			(string)$row['period'],
			(string)$row['kind'],
			(string)base64_decode((string)$row['sealed'], true),
			(int)$row['day'],
			(int)$row['last_day'],
			(int)$row['tries'],
		);
	}
}
