<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Adventure;

use OCA\Compagnon\Error\Invalid;
use OCA\Compagnon\Error\NotFound;
use OCA\Compagnon\Error\Unavailable;

/** Whether what the open quest asks for has come true, which ends it. Only the open quest may be asked about. */
final readonly class CheckQuest {
	public function __construct(
		private Stories $stories,
		private Games $games,
		private GameChange $change,
		private QuestProof $proof,
	) {
	}

	/**
	 * @return array{holds: bool, game: array<string, mixed>} the game with its new moves only
	 * @throws NotFound when there is no such story for this person
	 * @throws Invalid when there is no such quest or level, or nothing to look up
	 * @throws GameConflict when another quest is open, or the game went on elsewhere
	 * @throws Unavailable when the space does not answer; nothing is changed then
	 */
	public function check(string $userId, string $id, string $questId, string $levelName, int $number): array {
		$story = $this->stories->get($userId, $id);
		$quest = $story->quests[$questId] ?? throw new Invalid('quest', 'This is not in the story any more. Reload the page to go on.');
		$level = Level::tryFrom($levelName);
		$fact = $level === null ? null : $quest->fact($level);
		if ($level === null || $fact === null) {
			throw new Invalid('level', 'Nobody but you can know whether this is done: say so yourself.');
		}
		$game = $this->games->at($userId, $story, $number);
		if ($game->open === null || $game->open->level !== $level || $story->quest($game->open->quest)?->id !== $quest->id) {
			throw $this->games->conflict($userId, $story);
		}
		if (!$this->proof->holds($userId, $fact, $game->open)) {
			return ['holds' => false, 'game' => $game->toArray($story, [])];
		}
		$done = [Move::ofQuest(MoveKind::Done, $quest->id, $level)];
		$next = $this->change->add($userId, $game, $done, null, $story->version) ?? throw $this->games->conflict($userId, $story);
		return ['holds' => true, 'game' => $next->toArray($story, $done)];
	}
}
