<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\Adapter;

use Doctrine\DBAL\Connection;
use OCA\Compagnon\Port\Settings;

final readonly class DemoSettings implements Settings {
	public function __construct(
		private Connection $connection,
	) {
	}

	#[\Override]
	public function flag(string $key, bool $default): bool {
		return $this->text($key, $default ? '1' : '0') === '1';
	}

	#[\Override]
	public function text(string $key, string $default): string {
		$value = $this->connection->fetchOne('SELECT value FROM settings WHERE name = ?', [$key]);
		return is_string($value) ? $value : $default;
	}

	#[\Override]
	public function setFlag(string $key, bool $value): void {
		$this->setText($key, $value ? '1' : '0');
	}

	#[\Override]
	public function setText(string $key, string $value): void {
		$this->connection->executeStatement('INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)', [$key, $value]);
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
		$this->connection->executeStatement('DELETE FROM settings');
	}
}
