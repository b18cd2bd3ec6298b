<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Adventure;

/**
 * The stories that exist for a person, with how far each one is.
 *
 * @phpstan-type Summary array{id: string, title: string, summary: string, minutes: int, picture: ?\stdClass, state: 'new'|'under-way'|'ended', ending: ?string, quests: array{settled: int, all: int}}
 */
final readonly class ListStories {
	public function __construct(
		private Stories $stories,
		private StoryTexts $texts,
		private Surroundings $surroundings,
		private GameRepository $games,
		private MoveRepository $moves,
	) {
	}

	/** @return list<Summary> in the order in which they are best played */
	public function list(string $userId): array {
		$games = $this->games->all($userId);
		return array_map(fn (Story $story): array => $this->summary($userId, $story, $games[$story->id] ?? null), $this->stories->of($userId));
	}

	/** @return Summary */
	private function summary(string $userId, Story $story, ?Game $game): array {
		$moves = $game === null ? [] : $this->moves->of($game);
		$ending = $this->ending($story, $moves);
		$picture = $story->picture();
		return [
			'id' => $story->id,
			'title' => $this->texts->get($story->id, $story->title),
			'summary' => $this->texts->get($story->id, $story->summary),
			'minutes' => $story->minutes,
			'picture' => $picture === null ? null : $this->texts->in($story->id, $picture),
			'state' => $game === null ? 'new' : ($ending === null ? 'under-way' : 'ended'),
			'ending' => $ending,
			'quests' => $this->quests($userId, $story, $moves),
		];
	}

	/**
	 * @param list<Move> $moves
	 * @return ?string title of the ending that the last choice has led to
	 */
	private function ending(Story $story, array $moves): ?string {
		$choices = array_filter($moves, static fn (Move $move): bool => $move->kind === MoveKind::Choose);
		$reached = $choices === [] ? null : $story->endingAfter(end($choices));
		return $reached === null ? null : $this->texts->get($story->id, $story->titles[$reached]);
	}

	/**
	 * Those that step aside are in neither number, but for one that was done before it did.
	 *
	 * @param list<Move> $moves
	 * @return array{settled: int, all: int}
	 */
	private function quests(string $userId, Story $story, array $moves): array {
		$settled = [];
		foreach ($moves as $move) {
			$quest = $move->kind->settles() && $move->object !== Level::Explore->value ? $story->quest($move->subject) : null;
			if ($quest !== null) {
				$settled[$quest->id] = true;
			}
		}
		$all = array_filter($story->quests, fn (Quest $quest): bool => isset($settled[$quest->id]) || !$this->surroundings->isAside($userId, $quest));
		return ['settled' => count($settled), 'all' => count($all)];
	}
}
