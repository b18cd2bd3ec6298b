<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Nextcloud;

use OCA\Compagnon\AppInfo\Application;
use OCA\Compagnon\Port\Preferences;
use OCP\Config\IUserConfig;
use OCP\Config\ValueType;

final readonly class UserPreferences implements Preferences {
	public function __construct(
		private IUserConfig $config,
	) {
	}

	#[\Override]
	public function flag(string $userId, string $key): bool {
		return $this->config->getValueBool($userId, Application::APP_ID, $key);
	}

	#[\Override]
	public function setFlag(string $userId, string $key, bool $value): void {
		$this->config->setValueBool($userId, Application::APP_ID, $key, $value);
	}

	#[\Override]
	public function text(string $userId, string $key): string {
		return $this->config->getValueString($userId, Application::APP_ID, $key);
	}

	#[\Override]
	public function setText(string $userId, string $key, string $value): void {
		$this->config->setValueString($userId, Application::APP_ID, $key, $value);
	}

	#[\Override]
	public function texts(string $userId): array {
		$texts = [];
		foreach ($this->config->getKeys($userId, Application::APP_ID) as $key) {
			if ($this->config->getValueType($userId, Application::APP_ID, $key) === ValueType::STRING) {
				$texts[$key] = $this->text($userId, $key);
			}
		}
		return array_filter($texts, static fn (string $text): bool => $text !== '');
	}

	#[\Override]
	public function everybodyWith(string $key): array {
		// Searching by value depends on how the platform writes a flag down; reading does not.
		$flags = $this->config->getValuesByUsers(Application::APP_ID, $key, ValueType::BOOL);
		return array_map(strval(...), array_keys(array_filter($flags, static fn (mixed $flag): bool => $flag === true)));
	}

	#[\Override]
	public function forget(?string $userId): void {
		if ($userId === null) {
			$this->config->deleteApp(Application::APP_ID);
			return;
		}
		foreach ($this->config->getKeys($userId, Application::APP_ID) as $key) {
			$this->config->deleteUserConfig($userId, Application::APP_ID, $key);
		}
	}
}
