<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Adventure;

use OCA\Compagnon\Error\NotFound;
use OCA\Compagnon\Tour\Tours;

/** The quest that is open, for pages other than the story's own. One that cannot be done any more is closed by that. */
final readonly class ShowOpenQuest {
	public function __construct(
		private OpenQuestNote $note,
		private Stories $stories,
		private StoryTexts $texts,
		private Games $games,
		private QuestKeeper $keeper,
		private Tours $tours,
	) {
	}

	/** @return ?array{story: string, title: string, quest: \stdClass, level: string, number: int, tour: bool} */
	public function show(string $userId): ?array {
		$noted = $this->note->of($userId);
		if ($noted === null) {
			return null;
		}
		$story = $this->stories->find($userId, $noted['story']);
		$game = $story === null ? null : $this->keeper->keep($userId, $story, $this->games->of($userId, $story));
		$quest = $story === null || $game?->open === null ? null : $story->quest($game->open->quest);
		if ($story === null || $game?->open === null || $quest === null) {
			$this->note->clear($userId, $noted['story']);
			return null;
		}
		return [
			'story' => $story->id,
			'title' => $this->texts->get($story->id, $story->title),
			'quest' => $this->texts->in($story->id, $quest->file),
			'level' => $game->open->level->value,
			'number' => $game->number,
			'tour' => $quest->tour !== null && $this->isThere($userId, $quest->tour),
		];
	}

	private function isThere(string $userId, string $tour): bool {
		try {
			$this->tours->get($userId, $tour);
			return true;
		} catch (NotFound) {
			return false;
		}
	}
}
