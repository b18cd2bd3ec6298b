<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Adventure;

/** Closes, as if the person had, a quest that cannot be done any more: its app or a right is gone, or the story has changed. */
final readonly class QuestKeeper {
	public function __construct(
		private Surroundings $surroundings,
		private GameChange $change,
		private Games $games,
	) {
	}

	/** @return Game the same, or as it is after that */
	public function keep(string $userId, Story $story, Game $game): Game {
		$quest = $game->open === null ? null : $story->quest($game->open->quest);
		$isFine = $game->open === null
			|| ($quest?->has($game->open->level) === true && !$this->surroundings->isAside($userId, $quest));
		return $isFine ? $game : ($this->change->close($userId, $game) ?? $this->games->of($userId, $story));
	}
}
