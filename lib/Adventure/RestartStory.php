<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Adventure;

use OCA\Compagnon\Error\NotFound;

/** Erases what happened in a story, so that it can be begun again. What was done in the space stays. */
final readonly class RestartStory {
	public function __construct(
		private Stories $stories,
		private Games $games,
		private GameChange $change,
	) {
	}

	/**
	 * @return array<string, mixed> the game, which has not begun
	 * @throws NotFound when there is no such story for this person
	 * @throws GameConflict when it went on elsewhere
	 */
	public function restart(string $userId, string $id, int $number): array {
		$story = $this->stories->get($userId, $id);
		$game = $this->games->at($userId, $story, $number);
		if ($game->number > 0 && !$this->change->erase($userId, $game)) {
			throw $this->games->conflict($userId, $story);
		}
		return Game::unstarted($story)->toArray($story, []);
	}
}
