<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Nextcloud;

use OCA\Compagnon\Error\Unavailable;
use OCA\Compagnon\Nextcloud\Transfer\ServerStaging;
use OCA\Compagnon\Port\Settings;
use OCA\Compagnon\Port\Staging;
use OCA\Compagnon\Tests\Contract\StagingContract;
use OCP\IConfig;
use OCP\Server;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(ServerStaging::class)]
final class NextcloudStagingTest extends StagingContract {
	#[\Override]
	protected function tearDown(): void {
		Support::adapter(Settings::class)->setText(ServerStaging::SETTING, '');
		Server::get(IConfig::class)->deleteSystemValue(ServerStaging::CONFIG);
	}

	#[\Override]
	protected function staging(): Staging {
		return Support::adapter(Staging::class);
	}

	public function testItLiesBesideTheFilesOfPeople(): void {
		self::assertSame(Support::dataFolder(), dirname($this->staging()->folder()));
		self::assertGreaterThan(0, $this->staging()->room());
	}

	public function testAnotherDiskCanBeNamed(): void {
		$disk = sys_get_temp_dir() . '/compagnon-disk-' . bin2hex(random_bytes(4));
		mkdir($disk);
		Server::get(IConfig::class)->setSystemValue(ServerStaging::CONFIG, '/nowhere');
		Support::adapter(Settings::class)->setText(ServerStaging::SETTING, $disk);
		$folder = $this->staging()->folder();
		self::assertSame([$disk, true], [dirname($folder), is_dir($folder)]);
		rmdir($folder);
		rmdir($disk);
	}

	public function testNeitherAFolderThatIsMissingNorOneOfPeopleIsTaken(): void {
		Support::person('contract-in');
		foreach (['/nowhere/at/all', Support::dataFolder() . '/contract-in', Support::dataFolder()] as $folder) {
			Server::get(IConfig::class)->setSystemValue(ServerStaging::CONFIG, $folder);
			try {
				$this->staging()->folder();
				self::fail($folder);
			} catch (Unavailable $e) {
				self::assertStringNotContainsString('/', $e->sentence);
			}
		}
	}
}
