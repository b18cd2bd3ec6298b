<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Adventure;

use OCA\Compagnon\Port\Clock;
use OCA\Compagnon\Port\Database;
use OCA\Compagnon\Port\Random;

/** Adds moves to a game, so that two tabs never both add the next one. */
final readonly class GameChange {
	public function __construct(
		private Database $database,
		private GameRepository $games,
		private MoveRepository $moves,
		private OpenQuestNote $note,
		private Clock $clock,
		private Random $random,
	) {
	}

	/**
	 * @param non-empty-list<Move> $moves
	 * @param ?OpenQuest $open after them
	 * @param int $version of the story
	 * @return ?Game null when somebody else was faster; nothing is changed then
	 */
	public function add(string $userId, Game $game, array $moves, ?OpenQuest $open, int $version): ?Game {
		$now = $this->clock->now();
		$isNew = $game->id === '';
		$next = $isNew ? $game->begun($this->random->id(), $now) : $game->after(count($moves), $open, $version, $now);
		$isStored = $this->database->transactional(function () use ($userId, $game, $next, $isNew, $moves, $now): bool {
			if (!($isNew ? $this->games->insert($userId, $next) : $this->games->update($next, $game->number))) {
				return false;
			}
			$this->moves->add($next, $game->number, $moves, $now);
			return true;
		});
		if ($isStored) {
			$this->write($userId, $next, $game->open !== null);
		}
		return $isStored ? $next : null;
	}

	/** Closes the quest that is open in a game, if any. */
	public function close(string $userId, Game $game): ?Game {
		return $game->open === null ? $game : $this->add($userId, $game, [new Move(MoveKind::Close, $game->open->quest)], null, $game->version);
	}

	/** @return bool false when it went on meanwhile; nothing is changed then */
	public function erase(string $userId, Game $game): bool {
		$isErased = $this->database->transactional(function () use ($game): bool {
			if (!$this->games->delete($game)) {
				return false;
			}
			$this->moves->erase($game);
			return true;
		});
		if ($isErased) {
			$this->note->clear($userId, $game->story);
		}
		return $isErased;
	}

	private function write(string $userId, Game $game, bool $wasOpen): void {
		if ($game->open !== null) {
			$this->note->write($userId, $game->story, $game->open->quest);
		} elseif ($wasOpen) {
			$this->note->clear($userId, $game->story);
		}
	}
}
