<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Adventure;

/** A person's games: where each stands, and what happened in it. */
final readonly class Games {
	public function __construct(
		private GameRepository $games,
		private MoveRepository $moves,
	) {
	}

	public function of(string $userId, Story $story): Game {
		return $this->games->find($userId, $story->id) ?? Game::unstarted($story);
	}

	/** @throws GameConflict when it stands elsewhere than whoever asked knows */
	public function at(string $userId, Story $story, int $number): Game {
		$game = $this->of($userId, $story);
		return $game->number === $number ? $game : throw $this->conflict($userId, $story);
	}

	/** @return array<string, mixed> with all of its moves */
	public function whole(Story $story, Game $game): array {
		return $game->toArray($story, $this->moves->of($game));
	}

	/** @return GameConflict with what is true now */
	public function conflict(string $userId, Story $story): GameConflict {
		return new GameConflict($this->whole($story, $this->of($userId, $story)));
	}
}
