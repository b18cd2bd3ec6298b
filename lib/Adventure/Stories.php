<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Adventure;

use OCA\Compagnon\Error\NotFound;
use OCA\Compagnon\Port\Members;

/** The stories that exist for a person. */
final readonly class Stories {
	public function __construct(
		private StoryLibrary $library,
		private Members $members,
	) {
	}

	/** @return list<Story> in the order in which they are best played */
	public function of(string $userId): array {
		$stories = array_values(array_filter($this->library->all(), fn (Story $story): bool => $this->isFor($userId, $story)));
		usort($stories, static fn (Story $a, Story $b): int => [$a->order, $a->id] <=> [$b->order, $b->id]);
		return $stories;
	}

	public function find(string $userId, string $id): ?Story {
		$story = $this->library->find($id);
		return $story !== null && $this->isFor($userId, $story) ? $story : null;
	}

	/** @throws NotFound when there is no such story for this person */
	public function get(string $userId, string $id): Story {
		return $this->find($userId, $id) ?? throw new NotFound('This story does not exist here. Reload the page to see those that do.');
	}

	private function isFor(string $userId, Story $story): bool {
		return !$story->admins || $this->members->isAdmin($userId);
	}
}
