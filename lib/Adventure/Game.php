<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Adventure;

/** Where the record of a person's moves in one story stands. */
final readonly class Game {
	/**
	 * @param string $id empty while nothing is stored
	 * @param int $version of the story at the last move
	 * @param int $number that the next move has
	 * @param int $startedAt UTC seconds
	 * @param int $updatedAt UTC seconds
	 */
	public function __construct(
		public string $id,
		public string $story,
		public int $version,
		public int $number = 0,
		public ?OpenQuest $open = null,
		public int $startedAt = 0,
		public int $updatedAt = 0,
	) {
	}

	public static function unstarted(Story $story): self {
		return new self('', $story->id, $story->version);
	}

	/** @param int $more moves that were added */
	public function after(int $more, ?OpenQuest $open, int $version, int $now): self {
		return new self($this->id, $this->story, $version, $this->number + $more, $open, $this->startedAt, $now);
	}

	public function begun(string $id, int $now): self {
		return new self($id, $this->story, $this->version, 1, null, $now, $now);
	}

	/**
	 * @param list<Move> $moves those that whoever asked does not know
	 * @return array{number: int, moves: list<array<string, string>>, open: ?array{quest: string, level: string}, version: int}
	 */
	public function toArray(Story $story, array $moves): array {
		$quest = $this->open === null ? null : $story->quest($this->open->quest);
		return [
			'number' => $this->number,
			'moves' => array_map(static fn (Move $move): array => $move->toArray(), $moves),
			'open' => $this->open === null || $quest === null ? null : ['quest' => $quest->id, 'level' => $this->open->level->value],
			'version' => $this->version,
		];
	}
}
