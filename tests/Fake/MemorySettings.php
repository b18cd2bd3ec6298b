<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Fake;

use OCA\Compagnon\Port\Settings;

final class MemorySettings implements Settings {
	/** @var array<string, string|bool> */
	private array $values = [];

	#[\Override]
	public function flag(string $key, bool $default): bool {
		$value = $this->values[$key] ?? $default;
		return is_bool($value) ? $value : $default;
	}

	#[\Override]
	public function text(string $key, string $default): string {
		$value = $this->values[$key] ?? $default;
		return is_string($value) ? $value : $default;
	}

	#[\Override]
	public function setFlag(string $key, bool $value): void {
		$this->values[$key] = $value;
	}

	#[\Override]
	public function setText(string $key, string $value): void {
		$this->values[$key] = $value;
	}

	#[\Override]
	public function longText(string $key, string $default): string {
		return $this->text($key, $default);
	}

	#[\Override]
	public function setLongText(string $key, string $value): void {
		$this->setText($key, $value);
	}

	#[\Override]
	public function forget(): void {
		$this->values = [];
	}
}
