<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Adventure;

use OCA\Compagnon\Error\Invalid;
use OCA\Compagnon\Error\Unavailable;

/** Opens a quest: looks at how the space is before anything is stored. */
final readonly class QuestOpening {
	public function __construct(
		private Surroundings $surroundings,
		private QuestProof $proof,
	) {
	}

	/**
	 * @return array{non-empty-list<Move>, ?OpenQuest} what it adds to the game, and what is open then: nothing when it was done before
	 * @throws Invalid when the quest steps aside
	 * @throws Unavailable when the space does not answer
	 */
	public function open(string $userId, Quest $quest, Level $level): array {
		if ($this->surroundings->isAside($userId, $quest)) {
			throw new Invalid('quest', 'This quest is not for this space or this account. The story goes on without it.');
		}
		$opened = Move::ofQuest(MoveKind::Open, $quest->id, $level);
		$fact = $quest->fact($level);
		if ($fact === null) {
			return [[$opened], new OpenQuest($quest->id, $level, null)];
		}
		if ($this->proof->held($userId, $fact)) {
			return [[$opened, Move::ofQuest(MoveKind::Seen, $quest->id, $level)], null];
		}
		return [[$opened], new OpenQuest($quest->id, $level, $this->proof->mark($userId, $fact))];
	}
}
