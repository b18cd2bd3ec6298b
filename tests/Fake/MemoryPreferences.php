<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Fake;

use OCA\Compagnon\Port\Preferences;

final class MemoryPreferences implements Preferences {
	/** @var array<string, array<string, bool>> */
	private array $flags = [];

	#[\Override]
	public function flag(string $userId, string $key): bool {
		return $this->flags[$userId][$key] ?? false;
	}

	#[\Override]
	public function setFlag(string $userId, string $key, bool $value): void {
		$this->flags[$userId][$key] = $value;
	}

	#[\Override]
	public function forget(?string $userId): void {
		if ($userId === null) {
			$this->flags = [];
		} else {
			unset($this->flags[$userId]);
		}
	}
}
