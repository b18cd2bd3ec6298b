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
use OCA\Compagnon\Error\Unfit;

/** Adds what a person does to their game. */
final readonly class MakeMove {
	/** Far more than any story has; each of them is read when the story is opened. */
	private const MOST = 2000;

	public function __construct(
		private Stories $stories,
		private Games $games,
		private GameRepository $all,
		private GameChange $change,
		private AskedMove $asked,
		private QuestOpening $opening,
	) {
	}

	/**
	 * @param int $number that the move is to have
	 * @param array<string, ?string> $asked kind and what belongs to it, by the names of openapi.json
	 * @return array<string, mixed> the game with its new moves only
	 * @throws NotFound when there is no such story for this person
	 * @throws GameConflict when another move is next
	 * @throws Invalid when the story has no such thing, or it cannot be done now
	 * @throws Unfit when the game has grown too long
	 * @throws Unavailable when the space does not answer
	 */
	public function make(string $userId, string $id, int $number, array $asked): array {
		$story = $this->stories->get($userId, $id);
		$game = $this->games->at($userId, $story, $number);
		$move = $this->asked->read($story, $asked);
		$this->check($game, $move);
		[$moves, $open] = $move->kind === MoveKind::Open
			? $this->opening->open($userId, $story->quests[$move->subject], Level::from((string)$move->object))
			: [[$move], $this->left($story, $game, $move)];
		$next = $this->change->add($userId, $game, $moves, $open, $story->version) ?? throw $this->games->conflict($userId, $story);
		if ($move->kind === MoveKind::Open) {
			$this->closeOthers($userId, $story);
		}
		return $next->toArray($story, $moves);
	}

	private function check(Game $game, Move $move): void {
		if (($move->kind === MoveKind::Begin) !== ($game->number === 0)) {
			throw new Invalid('kind', $game->number === 0
				? 'This story has not begun yet: choose who you are first.'
				: 'This story has begun already. Begin again to be somebody else.');
		}
		if ($game->number >= self::MOST) {
			throw new Unfit('This story has become very long. Begin it again to go on: what you did in your space stays as it is.');
		}
	}

	/** @return ?OpenQuest what stays open after a move that opens nothing */
	private function left(Story $story, Game $game, Move $move): ?OpenQuest {
		$isOver = ($move->kind === MoveKind::Close || $move->kind->settles())
			&& $game->open !== null && $story->quest($game->open->quest)?->id === $move->subject;
		return $isOver ? null : $game->open;
	}

	/** One quest at a time, whatever the story: one corner of the page shows it. */
	private function closeOthers(string $userId, Story $story): void {
		foreach ($this->all->all($userId) as $game) {
			if ($game->story !== $story->id) {
				$this->change->close($userId, $game);
			}
		}
	}
}
