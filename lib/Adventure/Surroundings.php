<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Adventure;

use OCA\Compagnon\Port\Apps;
use OCA\Compagnon\Port\Members;
use OCA\Compagnon\Port\People;
use OCA\Compagnon\Port\Rights;

/** How the space is for a person, as far as conditions of a story ask. */
final readonly class Surroundings {
	public function __construct(
		private Apps $apps,
		private Members $members,
		private People $people,
		private Rights $rights,
	) {
	}

	/** @return array{apps: list<string>, aside: list<string>, admin: bool, alone: bool} */
	public function of(string $userId, Story $story): array {
		return [
			'apps' => array_values(array_filter($story->apps, fn (string $app): bool => $this->apps->usable($app, $userId))),
			'aside' => array_keys(array_filter($story->quests, fn (Quest $quest): bool => $this->isAside($userId, $quest))),
			'admin' => $this->members->isAdmin($userId),
			'alone' => count($this->people->find('', 2)) < 2,
		];
	}

	/** Whether it steps aside, for want of an app or of a right. */
	public function isAside(string $userId, Quest $quest): bool {
		return !$this->apps->usable($quest->app, $userId)
			|| ($quest->needs !== null && !$this->rights->may($userId, $quest->needs));
	}
}
