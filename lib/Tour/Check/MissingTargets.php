<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tour\Check;

use OCA\Compagnon\Port\Clock;
use OCA\Compagnon\Port\Database;
use OCA\Compagnon\Port\Host;

/**
 * The table compagnon_missing_target: how often members did not find what a step points at. By day, so that it cannot be
 * told who was there at that hour.
 *
 * @phpstan-import-type Row from Database
 */
final readonly class MissingTargets {
	private const TABLE = 'compagnon_missing_target';
	private const DAY = 86_400;
	private const DAYS_KEPT = 90;

	public function __construct(
		private Database $database,
		private Host $host,
		private Clock $clock,
	) {
	}

	public function count(string $tour, string $step, string $anchor): void {
		$this->forgetOld();
		$key = ['tour' => $tour, 'step' => $step, 'anchor' => $anchor, 'host_version' => $this->host->version()];
		$this->database->insertIgnore(self::TABLE, $key + ['seen_on' => $this->today(), 'misses' => 0]);
		$this->database->execute(
			'UPDATE *PREFIX*' . self::TABLE . ' SET misses = misses + 1, seen_on = :seen_on'
			. ' WHERE tour = :tour AND step = :step AND anchor = :anchor AND host_version = :host_version',
			$key + ['seen_on' => $this->today()],
		);
	}

	/** @return list<MissingTarget> those that are missed most often first */
	public function all(): array {
		$this->forgetOld();
		return array_map($this->hydrate(...), $this->database->query(
			'SELECT * FROM *PREFIX*' . self::TABLE . ' ORDER BY misses DESC, tour ASC, step ASC, anchor ASC, host_version DESC',
		));
	}

	/** The check has found this step's target, so what members once missed is over. */
	public function forget(string $tour, string $step): void {
		$this->database->execute('DELETE FROM *PREFIX*' . self::TABLE . ' WHERE tour = :tour AND step = :step', ['tour' => $tour, 'step' => $step]);
	}

	private function forgetOld(): void {
		$this->database->execute(
			'DELETE FROM *PREFIX*' . self::TABLE . ' WHERE seen_on < :oldest',
			['oldest' => $this->today() - self::DAYS_KEPT * self::DAY],
		);
	}

	private function today(): int {
		return intdiv($this->clock->now(), self::DAY) * self::DAY;
	}

	/** @param Row $row */
	private function hydrate(array $row): MissingTarget {
		return new MissingTarget(
			(string)$row['tour'],
			(string)$row['step'],
			(string)$row['anchor'],
			(int)$row['host_version'],
			(int)$row['seen_on'],
			(int)$row['misses'],
		);
	}
}
