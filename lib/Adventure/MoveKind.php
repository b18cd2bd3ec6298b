<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Adventure;

/** What can happen in a game. */
enum MoveKind: string {
	case Begin = 'begin';
	case Choose = 'choose';
	case Open = 'open';
	case Close = 'close';
	case Skip = 'skip';
	case Declare = 'declare';
	/** Of the server alone: it came true while the quest was open. */
	case Done = 'done';
	/** Of the server alone: it was done before the quest was opened. */
	case Seen = 'seen';

	/** @return non-empty-list<string> what a move of this kind says, by its names in openapi.json */
	public function fields(): array {
		return match ($this) {
			self::Begin => ['role'],
			self::Choose => ['scene', 'choice'],
			self::Close, self::Skip => ['quest'],
			self::Open, self::Declare, self::Done, self::Seen => ['quest', 'level'],
		};
	}

	/** Whether a person may say it; the rest is decided by what is true in the space. */
	public function isOfPerson(): bool {
		return $this !== self::Done && $this !== self::Seen;
	}

	/** Whether a quest is over by it, one way or another. */
	public function settles(): bool {
		return in_array($this, [self::Skip, self::Declare, self::Done, self::Seen], true);
	}
}
