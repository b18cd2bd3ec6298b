<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Adventure;

use OCA\Compagnon\Adventure\Practice\PracticeFolder;
use OCA\Compagnon\Error\NotFound;

/** One story as the browser plays it: words in the person's language, how the space is, and what happened so far. */
final readonly class ShowStory {
	/** What is for the server, not for whoever plays. */
	private const OURS = ['$schema' => true, 'schema' => true, 'order' => true, 'for' => true];

	public function __construct(
		private Stories $stories,
		private StoryTexts $texts,
		private Surroundings $surroundings,
		private Games $games,
		private QuestKeeper $keeper,
		private PracticeFolder $practice,
	) {
	}

	/**
	 * @return array{story: array<string, mixed>, here: array<string, mixed>, game: array<string, mixed>, practice: ?array{name: string, url: string}}
	 * @throws NotFound when there is no such story for this person
	 */
	public function show(string $userId, string $id): array {
		$story = $this->stories->get($userId, $id);
		$game = $this->keeper->keep($userId, $story, $this->games->of($userId, $story));
		/** @var array<string, mixed> $told */
		$told = array_diff_key((array)$this->texts->in($id, $story->file), self::OURS);
		return [
			'story' => $told,
			'here' => $this->surroundings->of($userId, $story),
			'game' => $this->games->whole($story, $game),
			'practice' => $this->practice->of($userId),
		];
	}
}
