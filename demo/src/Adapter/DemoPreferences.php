<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\Adapter;

use Doctrine\DBAL\Connection;
use OCA\Compagnon\Port\Preferences;

final readonly class DemoPreferences implements Preferences {
	/** Flags are told from texts by their names. */
	private const FLAG = 'flag:';

	public function __construct(
		private Connection $connection,
	) {
	}

	#[\Override]
	public function flag(string $userId, string $key): bool {
		return $this->text($userId, self::FLAG . $key) === '1';
	}

	#[\Override]
	public function setFlag(string $userId, string $key, bool $value): void {
		$this->setText($userId, self::FLAG . $key, $value ? '1' : '0');
	}

	#[\Override]
	public function text(string $userId, string $key): string {
		$value = $this->connection->fetchOne('SELECT value FROM preferences WHERE account = ? AND name = ?', [$userId, $key]);
		return is_string($value) ? $value : '';
	}

	#[\Override]
	public function setText(string $userId, string $key, string $value): void {
		$this->connection->executeStatement('INSERT OR REPLACE INTO preferences (account, name, value) VALUES (?, ?, ?)', [$userId, $key, $value]);
	}

	#[\Override]
	public function texts(string $userId): array {
		$texts = [];
		foreach ($this->connection->fetchAllAssociative("SELECT name, value FROM preferences WHERE account = ? AND value != '' ORDER BY name", [$userId]) as ['name' => $name, 'value' => $value]) {
			if (is_string($name) && is_string($value) && !str_starts_with($name, self::FLAG)) {
				$texts[$name] = $value;
			}
		}
		return $texts;
	}

	#[\Override]
	public function everybodyWith(string $key): array {
		$people = $this->connection->fetchFirstColumn("SELECT account FROM preferences WHERE name = ? AND value = '1'", [self::FLAG . $key]);
		return array_values(array_filter($people, 'is_string'));
	}

	#[\Override]
	public function forget(?string $userId): void {
		if ($userId === null) {
			$this->connection->executeStatement('DELETE FROM preferences');
		} else {
			$this->connection->executeStatement('DELETE FROM preferences WHERE account = ?', [$userId]);
		}
	}
}
