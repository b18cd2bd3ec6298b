<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Adventure;

use OCA\Compagnon\Port\Database;

/**
 * The table compagnon_adventure_game, one row for each person and story they have begun.
 *
 * @phpstan-import-type Row from Database
 */
final readonly class GameRepository {
	private const TABLE = 'compagnon_adventure_game';

	public function __construct(
		private Database $database,
	) {
	}

	public function find(string $userId, string $story): ?Game {
		return $this->all($userId)[$story] ?? null;
	}

	/** @return array<string, Game> by id of the story */
	public function all(string $userId): array {
		$rows = $this->database->query('SELECT * FROM *PREFIX*' . self::TABLE . ' WHERE user_id = :user', ['user' => $userId]);
		return array_column(array_map($this->hydrate(...), $rows), null, 'story');
	}

	/** @return bool false when the person has begun this story already; nothing is changed then */
	public function insert(string $userId, Game $game): bool {
		return $this->database->insertIgnore(self::TABLE, [
			'id' => $game->id, 'user_id' => $userId, 'story' => $game->story,
			'started_at' => $game->startedAt,
		] + $this->changing($game));
	}

	/**
	 * @param int $known number that the next move had when it was read
	 * @return bool false when somebody else was faster; nothing is changed then
	 */
	public function update(Game $game, int $known): bool {
		return $this->database->execute(
			'UPDATE *PREFIX*' . self::TABLE . ' SET version = :version, count = :count, quest = :quest, level = :level, mark = :mark,'
			. ' updated_at = :updated_at WHERE id = :id AND count = :known',
			$this->changing($game) + ['id' => $game->id, 'known' => $known],
		) === 1;
	}

	/** @return bool false when it went on meanwhile; nothing is changed then */
	public function delete(Game $game): bool {
		return $this->database->execute(
			'DELETE FROM *PREFIX*' . self::TABLE . ' WHERE id = :id AND count = :known',
			['id' => $game->id, 'known' => $game->number],
		) === 1;
	}

	/** @return array{version: int, count: int, quest: ?string, level: ?string, mark: ?string, updated_at: int} */
	private function changing(Game $game): array {
		return [
			'version' => $game->version,
			'count' => $game->number,
			'quest' => $game->open?->quest,
			'level' => $game->open?->level->value,
			'mark' => $game->open?->mark,
			'updated_at' => $game->updatedAt,
		];
	}

	/** @param Row $row */
	private function hydrate(array $row): Game {
		return new Game(
			(string)$row['id'],
			(string)$row['story'],
			(int)$row['version'],
			(int)$row['count'],
			$row['quest'] === null ? null : new OpenQuest(
				(string)$row['quest'],
				Level::from((string)$row['level']),
				$row['mark'] === null ? null : (string)$row['mark'],
			),
			(int)$row['started_at'],
			(int)$row['updated_at'],
		);
	}
}
