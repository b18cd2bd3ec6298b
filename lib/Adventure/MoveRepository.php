<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Adventure;

use OCA\Compagnon\Port\Database;

/** The table compagnon_adventure_move: what happened in each game, only ever added to. */
final readonly class MoveRepository {
	private const TABLE = 'compagnon_adventure_move';

	public function __construct(
		private Database $database,
	) {
	}

	/** @return list<Move> in order */
	public function of(Game $game): array {
		$rows = $game->id === '' ? [] : $this->database->query(
			'SELECT kind, subject, object FROM *PREFIX*' . self::TABLE . ' WHERE game = :game ORDER BY number ASC',
			['game' => $game->id],
		);
		return array_map(static fn (array $row): Move => new Move(
			MoveKind::from((string)$row['kind']),
			(string)$row['subject'],
			$row['object'] === null ? null : (string)$row['object'],
		), $rows);
	}

	/**
	 * @param int $number of the first of them
	 * @param list<Move> $moves
	 * @param int $now UTC seconds
	 */
	public function add(Game $game, int $number, array $moves, int $now): void {
		foreach ($moves as $i => $move) {
			$this->database->insertIgnore(self::TABLE, [
				'game' => $game->id, 'number' => $number + $i, 'kind' => $move->kind->value,
				'subject' => $move->subject, 'object' => $move->object, 'at' => $now,
			]);
		}
	}

	public function erase(Game $game): void {
		$this->database->execute('DELETE FROM *PREFIX*' . self::TABLE . ' WHERE game = :game', ['game' => $game->id]);
	}
}
