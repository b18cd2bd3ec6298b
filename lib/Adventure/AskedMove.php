<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Adventure;

use OCA\Compagnon\Error\Invalid;

/** Makes a move of what a person asks for: only ids that are in this version of the story. */
final class AskedMove {
	/**
	 * @param array<string, ?string> $asked kind and what belongs to it, by the names of openapi.json
	 * @throws Invalid
	 */
	public function read(Story $story, array $asked): Move {
		$kind = MoveKind::tryFrom($asked['kind'] ?? '');
		if ($kind === null || !$kind->isOfPerson()) {
			throw Invalid::kind('kind');
		}
		$said = array_map(static fn (string $field): string => $asked[$field] ?? throw Invalid::missing($field), $kind->fields());
		$move = new Move($kind, $said[0], $said[1] ?? null);
		match ($kind) {
			MoveKind::Begin => $this->mustBe(in_array($move->subject, $story->roles, true), 'role'),
			MoveKind::Choose => $this->checkChoice($story, $move),
			default => $this->checkQuest($story, $move),
		};
		return $move;
	}

	private function checkChoice(Story $story, Move $move): void {
		$this->mustBe(isset($story->scenes[$move->subject]), 'scene');
		$this->mustBe(isset($story->scenes[$move->subject][$move->object ?? '']), 'choice');
	}

	private function checkQuest(Story $story, Move $move): void {
		$quest = $story->quests[$move->subject] ?? null;
		$this->mustBe($quest !== null, 'quest');
		$level = $move->object === null ? null : Level::tryFrom($move->object);
		$this->mustBe($move->object === null || ($level !== null && $quest?->has($level) === true), 'level');
		if ($move->kind === MoveKind::Declare && $level !== null && $quest?->fact($level) !== null) {
			throw new Invalid('kind', 'Your space can see for itself whether this is done. Open the quest, then do it there.');
		}
	}

	private function mustBe(bool $isKnown, string $field): void {
		if (!$isKnown) {
			throw new Invalid($field, 'This is not in the story any more. Reload the page to go on.');
		}
	}
}
