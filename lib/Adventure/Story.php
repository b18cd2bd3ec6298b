<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Adventure;

/**
 * A story as its file says, as far as the server has to know it: which ids there are, and what proves a quest. What a
 * condition means, and so where somebody is in the story, is decided in the browser only.
 */
final readonly class Story {
	/**
	 * @param int $version counts up when scenes, choices or quests change
	 * @param int $order place in the list, the smallest first
	 * @param bool $admins whether it is only for those who look after the space
	 * @param int $minutes how long it takes, about
	 * @param string $title key of its words, as the summary
	 * @param list<string> $roles
	 * @param array<string, array<string, string>> $scenes choices of each scene, and where each leads
	 * @param array<string, string> $endings ending of each scene that is one
	 * @param array<string, string> $titles key of the title of each ending
	 * @param array<string, Quest> $quests by id
	 * @param list<string> $apps of its quests and conditions
	 * @param array<string, array<string, string>> $renames older ids to newer ones, by kind: roles, scenes, quests, choices
	 * @param \stdClass $file as the schema has accepted it, words as keys
	 */
	public function __construct(
		public string $id,
		public int $version,
		public int $order,
		public bool $admins,
		public int $minutes,
		public string $title,
		public string $summary,
		public array $roles,
		public array $scenes,
		public array $endings,
		public array $titles,
		public array $quests,
		public array $apps,
		public array $renames,
		public \stdClass $file,
	) {
	}

	/** The quest that a game knows by this id, whatever it is called now. */
	public function quest(string $id): ?Quest {
		return $this->quests[$this->now('quests', $id)] ?? null;
	}

	/** @return ?\stdClass its picture, as the file has it */
	public function picture(): ?\stdClass {
		$picture = $this->file->picture ?? null;
		return $picture instanceof \stdClass ? $picture : null;
	}

	/** @return ?string id of the ending that this choice has led to */
	public function endingAfter(Move $choice): ?string {
		$scene = $this->now('scenes', $choice->subject);
		$renamed = $this->renames['choices']["$choice->subject/$choice->object"] ?? $choice->object;
		return $this->endings[$this->scenes[$scene][$renamed] ?? ''] ?? null;
	}

	/** What is called so here needs no other name; a name may have changed more than once. */
	private function now(string $kind, string $id): string {
		$known = $kind === 'quests' ? $this->quests : $this->scenes;
		for ($steps = count($this->renames[$kind] ?? []); $steps > 0 && !isset($known[$id]); $steps--) {
			$id = $this->renames[$kind][$id] ?? $id;
		}
		return $id;
	}
}
