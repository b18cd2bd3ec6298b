<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Adventure\Practice;

use OCA\Compagnon\Adventure\Game;
use OCA\Compagnon\Adventure\GameRepository;
use OCA\Compagnon\Adventure\OpenQuest;
use OCA\Compagnon\Adventure\OpenQuestNote;
use OCA\Compagnon\Adventure\Stories;
use OCA\Compagnon\Port\SpaceFacts;
use OCA\Compagnon\Tour\Fact;

/** What we put into the practice folder is nothing that the person has done: an open quest does not end by it. */
final readonly class PracticeApart {
	public function __construct(
		private PracticeFolder $folder,
		private OpenQuestNote $note,
		private Stories $stories,
		private GameRepository $games,
		private SpaceFacts $facts,
	) {
	}

	/**
	 * @template T
	 * @param callable(): T $do
	 * @return T
	 */
	public function doing(string $userId, callable $do): mixed {
		$waiting = $this->waiting($userId);
		$result = $do();
		if ($waiting !== null) {
			['game' => $game, 'open' => $open, 'fact' => $fact] = $waiting;
			$again = new OpenQuest($open->quest, $open->level, $this->facts->mark($userId, $fact));
			// When it went on meanwhile, it did so with a mark of its own.
			$this->games->update($game->after(0, $again, $game->version, $game->updatedAt), $game->number);
		}
		return $result;
	}

	/** @return ?array{game: Game, open: OpenQuest, fact: Fact} an open quest that waits for what such a folder shows */
	private function waiting(string $userId): ?array {
		$noted = $this->note->of($userId);
		$story = $noted === null ? null : $this->stories->find($userId, $noted['story']);
		$game = $story === null ? null : $this->games->find($userId, $story->id);
		$open = $game?->open;
		$fact = $story === null || $open === null ? null : $story->quest($open->quest)?->fact($open->level);
		return $game !== null && $open !== null && $fact !== null && $this->folder->shows($fact) && !$this->facts->holdsSince($userId, $fact, $open->mark ?? '0')
			? ['game' => $game, 'open' => $open, 'fact' => $fact]
			: null;
	}
}
