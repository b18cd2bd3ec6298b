<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Nextcloud;

use OCA\Compagnon\AppInfo\Application;
use OCA\Compagnon\Port\Settings;
use OCP\IAppConfig;

final readonly class AppSettings implements Settings {
	/** The platform keeps its own values for an app beside ours; erasing those would break the installation. */
	private const PLATFORM = ['enabled', 'installed_version', 'types'];

	public function __construct(
		private IAppConfig $config,
	) {
	}

	#[\Override]
	public function flag(string $key, bool $default): bool {
		return $this->config->getValueBool(Application::APP_ID, $key, $default);
	}

	#[\Override]
	public function text(string $key, string $default): string {
		return $this->config->getValueString(Application::APP_ID, $key, $default);
	}

	#[\Override]
	public function setFlag(string $key, bool $value): void {
		$this->config->setValueBool(Application::APP_ID, $key, $value);
	}

	#[\Override]
	public function setText(string $key, string $value): void {
		$this->config->setValueString(Application::APP_ID, $key, $value);
	}

	#[\Override]
	public function longText(string $key, string $default): string {
		return $this->config->getValueString(Application::APP_ID, $key, $default, lazy: true);
	}

	#[\Override]
	public function setLongText(string $key, string $value): void {
		$this->config->setValueString(Application::APP_ID, $key, $value, lazy: true);
	}

	#[\Override]
	public function forget(): void {
		foreach (array_diff($this->config->getKeys(Application::APP_ID), self::PLATFORM) as $key) {
			$this->config->deleteKey(Application::APP_ID, $key);
		}
	}
}
