<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Nextcloud;

use OCA\Compagnon\Nextcloud\Survey\ConfiguredObservatory;
use OCA\Compagnon\Port\NamedObservatory;
use OCA\Compagnon\Tests\Contract\NamedObservatoryContract;
use OCP\IConfig;
use OCP\Server;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(ConfiguredObservatory::class)]
final class NextcloudNamedObservatoryTest extends NamedObservatoryContract {
	private mixed $before = null;

	#[\Override]
	protected function setUp(): void {
		$this->before = Server::get(IConfig::class)->getSystemValue(ConfiguredObservatory::CONFIG, null);
		Server::get(IConfig::class)->deleteSystemValue(ConfiguredObservatory::CONFIG);
	}

	#[\Override]
	protected function tearDown(): void {
		if ($this->before === null) {
			Server::get(IConfig::class)->deleteSystemValue(ConfiguredObservatory::CONFIG);
		} else {
			Server::get(IConfig::class)->setSystemValue(ConfiguredObservatory::CONFIG, $this->before);
		}
	}

	#[\Override]
	protected function observatory(?array $written): NamedObservatory {
		if ($written !== null) {
			Server::get(IConfig::class)->setSystemValue(ConfiguredObservatory::CONFIG, $written);
		}
		return Support::adapter(NamedObservatory::class);
	}

	public function testSomethingElseThanAMapIsNone(): void {
		Server::get(IConfig::class)->setSystemValue(ConfiguredObservatory::CONFIG, 'https://openl.example.org');

		self::assertSame([], Support::adapter(NamedObservatory::class)->written());
	}
}
