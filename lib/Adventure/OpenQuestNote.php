<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Adventure;

use OCA\Compagnon\Port\Preferences;

/** Which quest is open, written down where every page finds it without a query. */
final readonly class OpenQuestNote {
	private const KEY = 'adventure_open';

	public function __construct(
		private Preferences $preferences,
	) {
	}

	/** @return ?array{story: string, quest: string} */
	public function of(string $userId): ?array {
		$parts = explode('/', $this->preferences->text($userId, self::KEY));
		return count($parts) === 2 ? ['story' => $parts[0], 'quest' => $parts[1]] : null;
	}

	public function write(string $userId, string $story, string $quest): void {
		$this->preferences->setText($userId, self::KEY, "$story/$quest");
	}

	/** @param string $story whose quest is open no more; a note about another one stays */
	public function clear(string $userId, string $story): void {
		if (($this->of($userId)['story'] ?? null) === $story) {
			$this->preferences->setText($userId, self::KEY, '');
		}
	}
}
