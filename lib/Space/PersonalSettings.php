<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Space;

use OCA\Compagnon\Port\Preferences;

/** What a person decides for themselves. */
final readonly class PersonalSettings {
	public function __construct(
		private Preferences $preferences,
	) {
	}

	/** Whether nothing is ever proposed by itself. */
	public function quiet(string $userId): bool {
		return $this->preferences->flag($userId, 'quiet');
	}

	public function setQuiet(string $userId, bool $quiet): void {
		$this->preferences->setFlag($userId, 'quiet', $quiet);
	}

	/** @return array{quiet: bool} */
	public function toArray(string $userId): array {
		return ['quiet' => $this->quiet($userId)];
	}
}
