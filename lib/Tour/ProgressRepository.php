<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tour;

use OCA\Compagnon\Port\Database;

/**
 * The table compagnon_tour_progress, one row for each person and tour they have heard of.
 *
 * @phpstan-import-type Row from Database
 */
final readonly class ProgressRepository {
	private const TABLE = 'compagnon_tour_progress';

	public function __construct(
		private Database $database,
	) {
	}

	public function find(string $userId, string $tour): ?Progress {
		$rows = $this->database->query(
			'SELECT * FROM *PREFIX*' . self::TABLE . ' WHERE user_id = :user AND tour = :tour',
			['user' => $userId, 'tour' => $tour],
		);
		return $rows === [] ? null : $this->hydrate($rows[0]);
	}

	/** @return list<Progress> the newest first */
	public function all(string $userId): array {
		return array_map($this->hydrate(...), $this->database->query(
			'SELECT * FROM *PREFIX*' . self::TABLE . ' WHERE user_id = :user ORDER BY updated_at DESC, tour ASC',
			['user' => $userId],
		));
	}

	/** @return array<string, Progress> the same by id of the tour */
	public function byTour(string $userId): array {
		return array_column($this->all($userId), null, 'tour');
	}

	/**
	 * Stores a successor of what was read. Revision 1 is inserted, every later one replaces its predecessor.
	 *
	 * @return bool false when somebody else was faster; nothing is changed then
	 */
	public function store(string $userId, Progress $progress): bool {
		$values = [
			'state' => $progress->state->value,
			'step' => $progress->step,
			'mark' => $progress->mark,
			'revision' => $progress->revision,
			'quiet_until' => $progress->quietUntil,
			'updated_at' => $progress->updatedAt,
		];
		if ($progress->revision === 1) {
			return $this->database->insertIgnore(self::TABLE, ['user_id' => $userId, 'tour' => $progress->tour] + $values);
		}
		return $this->database->execute(
			'UPDATE *PREFIX*' . self::TABLE . ' SET state = :state, step = :step, mark = :mark, revision = :revision,'
			. ' quiet_until = :quiet_until, updated_at = :updated_at'
			. ' WHERE user_id = :user AND tour = :tour AND revision = :known',
			$values + ['user' => $userId, 'tour' => $progress->tour, 'known' => $progress->revision - 1],
		) === 1;
	}

	/** @param Row $row */
	private function hydrate(array $row): Progress {
		return new Progress(
			(string)$row['tour'],
			ProgressState::from((string)$row['state']),
			self::textOrNull($row['step']),
			self::textOrNull($row['mark']),
			(int)$row['revision'],
			$row['quiet_until'] === null ? null : (int)$row['quiet_until'],
			(int)$row['updated_at'],
		);
	}

	private static function textOrNull(string|int|float|bool|null $value): ?string {
		return $value === null ? null : (string)$value;
	}
}
