<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Nextcloud;

use OCA\Compagnon\Nextcloud\AppSettings;
use OCA\Compagnon\Port\Settings;
use OCA\Compagnon\Tests\Contract\SettingsContract;
use OCP\App\IAppManager;
use OCP\IAppConfig;
use OCP\Server;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(AppSettings::class)]
final class NextcloudSettingsTest extends SettingsContract {
	#[\Override]
	protected function settings(): Settings {
		$settings = Support::adapter(Settings::class);
		$settings->forget();
		return $settings;
	}

	public function testALongTextIsLoadedOnlyByThoseWhoAskForIt(): void {
		$settings = $this->settings();
		$settings->setLongText('contract_long', 'x');
		$settings->setText('contract_text', 'x');
		$config = Server::get(IAppConfig::class);

		self::assertTrue($config->hasKey('compagnon', 'contract_text'));
		self::assertFalse($config->hasKey('compagnon', 'contract_long'));
		self::assertTrue($config->hasKey('compagnon', 'contract_long', lazy: true));
	}

	public function testForgettingLeavesTheAppInstalledAndEnabled(): void {
		$config = Server::get(IAppConfig::class);
		$before = [$config->getValueString('compagnon', 'installed_version'), $config->getValueString('compagnon', 'enabled')];
		$settings = $this->settings();
		$settings->setText('contract_text', 'x');
		$settings->forget();
		$config->clearCache();

		self::assertSame($before, [$config->getValueString('compagnon', 'installed_version'), $config->getValueString('compagnon', 'enabled')]);
		self::assertTrue(Server::get(IAppManager::class)->isEnabledForAnyone('compagnon'));
		self::assertSame([], array_diff($config->getKeys('compagnon'), ['enabled', 'installed_version', 'types']));
	}
}
