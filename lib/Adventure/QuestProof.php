<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Adventure;

use OCA\Compagnon\Adventure\Practice\PracticeFolder;
use OCA\Compagnon\Error\Unavailable;
use OCA\Compagnon\Port\SpaceFacts;
use OCA\Compagnon\Tour\Fact;

/** What the space shows of a quest. Asked only while the quest is open, or when it is opened. */
final readonly class QuestProof {
	public function __construct(
		private SpaceFacts $facts,
		private PracticeFolder $practice,
	) {
	}

	/** @throws Unavailable when the space does not answer */
	public function mark(string $userId, Fact $fact): string {
		return $this->facts->mark($userId, $fact);
	}

	/**
	 * Whether it was done before the quest was opened. The practice folder and its files are ours: while they are there,
	 * nobody knows whether the person ever made one.
	 *
	 * @throws Unavailable when the space does not answer
	 */
	public function held(string $userId, Fact $fact): bool {
		return !($this->practice->shows($fact) && $this->practice->isKept($userId)) && $this->facts->holds($userId, $fact);
	}

	/** @throws Unavailable when the space does not answer */
	public function holds(string $userId, Fact $fact, OpenQuest $open): bool {
		return $fact->isState() ? $this->facts->holds($userId, $fact) : $this->facts->holdsSince($userId, $fact, $open->mark ?? '0');
	}
}
