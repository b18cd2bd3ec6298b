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
	/** @var array<string, array<string, string>> */
	private array $texts = [];

	#[\Override]
	public function flag(string $userId, string $key): bool {
		return $this->flags[$userId][$key] ?? false;
	}

	#[\Override]
	public function setFlag(string $userId, string $key, bool $value): void {
		$this->flags[$userId][$key] = $value;
	}

	#[\Override]
	public function text(string $userId, string $key): string {
		return $this->texts[$userId][$key] ?? '';
	}

	#[\Override]
	public function setText(string $userId, string $key, string $value): void {
		$this->texts[$userId][$key] = $value;
	}

	#[\Override]
	public function texts(string $userId): array {
		return array_filter($this->texts[$userId] ?? [], static fn (string $text): bool => $text !== '');
	}

	#[\Override]
	public function everybodyWith(string $key): array {
		return array_map(strval(...), array_keys(array_filter($this->flags, static fn (array $flags): bool => $flags[$key] ?? false)));
	}

	#[\Override]
	public function forget(?string $userId): void {
		if ($userId === null) {
			$this->flags = [];
			$this->texts = [];
		} else {
			unset($this->flags[$userId], $this->texts[$userId]);
		}
	}
}
