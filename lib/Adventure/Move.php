<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Adventure;

/** One thing that happened in a game, in the ids of the story as it was then. */
final readonly class Move {
	/**
	 * @param string $subject id of the role, scene or quest
	 * @param ?string $object id of the choice, or the level
	 */
	public function __construct(
		public MoveKind $kind,
		public string $subject,
		public ?string $object = null,
	) {
	}

	public static function ofQuest(MoveKind $kind, string $quest, Level $level): self {
		return new self($kind, $quest, $level->value);
	}

	/** @return array<string, string> as openapi.json has it */
	public function toArray(): array {
		$said = ['kind' => $this->kind->value];
		foreach ($this->kind->fields() as $i => $field) {
			$said[$field] = $i === 0 ? $this->subject : (string)$this->object;
		}
		return $said;
	}
}
