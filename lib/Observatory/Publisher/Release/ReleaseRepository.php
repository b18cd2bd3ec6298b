<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Publisher\Release;

use OCA\Compagnon\Port\Database;

/**
 * The table compagnon_publisher_release: one row for each wave, once.
 *
 * @phpstan-import-type Row from Database
 */
final readonly class ReleaseRepository {
	private const TABLE = 'compagnon_publisher_release';
	private const WAVE = 'survey = :survey AND period = :period';

	public function __construct(
		private Database $database,
	) {
	}

	/** @return bool whether it was not frozen before */
	public function begin(string $survey, string $period, int $now): bool {
		return $this->database->insertIgnore(self::TABLE, ['survey' => $survey, 'period' => $period, 'frozen_at' => $now]);
	}

	/** @return bool false when it was published meanwhile */
	public function keep(string $survey, string $period, string $body): bool {
		return $this->database->execute(
			'UPDATE *PREFIX*' . self::TABLE . ' SET body = :body WHERE ' . self::WAVE . ' AND release_number IS NULL',
			['body' => $body, 'survey' => $survey, 'period' => $period],
		) > 0;
	}

	/** @return bool false when it is published already */
	public function publish(Release $release, Chained $chained, string $body): bool {
		return $this->database->execute(
			'UPDATE *PREFIX*' . self::TABLE . ' SET body = :body, sha256 = :sha256, release_number = :number, published_on = :day, title = :title WHERE ' . self::WAVE . ' AND release_number IS NULL',
			[
				'body' => $body,
				'sha256' => hash('sha256', $body),
				'number' => $chained->number,
				'day' => $chained->day,
				// For the list, which does not read the texts.
				'title' => json_encode($release->title, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE),
				'survey' => $release->survey,
				'period' => $release->period,
			],
		) > 0;
	}

	public function find(string $survey, string $period): ?ReleaseRow {
		$rows = $this->database->query('SELECT * FROM *PREFIX*' . self::TABLE . ' WHERE ' . self::WAVE, ['survey' => $survey, 'period' => $period]);
		return $rows === [] ? null : $this->row($rows[0]);
	}

	/** @return list<ReleaseLine> the newest first */
	public function lines(): array {
		return array_map(static fn (array $row): ReleaseLine => new ReleaseLine(
			(string)$row['survey'],
			(string)$row['period'],
			(int)$row['release_number'],
			(string)$row['published_on'],
			(string)$row['sha256'],
			self::words((string)$row['title']),
		), $this->database->query(
			'SELECT survey, period, release_number, published_on, sha256, title FROM *PREFIX*' . self::TABLE . ' WHERE release_number IS NOT NULL ORDER BY release_number DESC',
		));
	}

	/** @return list<ReleaseRow> in the order in which they were published */
	public function published(): array {
		return array_map($this->row(...), $this->database->query('SELECT * FROM *PREFIX*' . self::TABLE . ' WHERE release_number IS NOT NULL ORDER BY release_number ASC'));
	}

	/** @return list<array{survey: string, period: string}> counted before that time, with reports still there */
	public function toErase(int $frozenUntil): array {
		return array_map(static fn (array $row): array => ['survey' => (string)$row['survey'], 'period' => (string)$row['period']], $this->database->query(
			'SELECT survey, period FROM *PREFIX*' . self::TABLE . ' WHERE frozen_at <= :until AND erased_at IS NULL AND body IS NOT NULL ORDER BY survey ASC, period ASC',
			['until' => $frozenUntil],
		));
	}

	public function noteErased(string $survey, string $period, int $now): void {
		$this->database->execute(
			'UPDATE *PREFIX*' . self::TABLE . ' SET erased_at = :now WHERE ' . self::WAVE,
			['now' => $now, 'survey' => $survey, 'period' => $period],
		);
	}

	/** @param Row $row */
	private function row(array $row): ReleaseRow {
		return new ReleaseRow(
			(string)$row['survey'],
			(string)$row['period'],
			$row['body'] === null ? null : (string)$row['body'],
			$row['release_number'] === null ? null : (int)$row['release_number'],
			$row['sha256'] === null ? null : (string)$row['sha256'],
			(int)$row['frozen_at'],
			$row['erased_at'] === null ? null : (int)$row['erased_at'],
		);
	}

	/** @return array<string, string> */
	private static function words(string $json): array {
		$words = json_decode($json, true);
		/** @var array<string, string> */
		return is_array($words) ? array_filter($words, 'is_string') : [];
	}
}
