<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Nextcloud;

use OCA\Compagnon\Event\CollectToursEvent;
use OCA\Compagnon\Nextcloud\NamedTourFolders;
use OCA\Compagnon\Port\TourFolders;
use OCA\Compagnon\Tests\Contract\TourFoldersContract;
use OCP\EventDispatcher\IEventDispatcher;
use OCP\IConfig;
use OCP\Server;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(NamedTourFolders::class)]
#[CoversClass(CollectToursEvent::class)]
final class NextcloudTourFoldersTest extends TourFoldersContract {
	/** @var list<\Closure(CollectToursEvent): void> */
	private array $listeners = [];

	/** What was configured before. */
	private mixed $before = null;

	#[\Override]
	protected function setUp(): void {
		$this->before = Server::get(IConfig::class)->getSystemValue(NamedTourFolders::CONFIG, null);
		Server::get(IConfig::class)->deleteSystemValue(NamedTourFolders::CONFIG);
	}

	#[\Override]
	protected function tearDown(): void {
		Server::get(IConfig::class)->setSystemValue(NamedTourFolders::CONFIG, $this->before);
		foreach ($this->listeners as $listener) {
			Server::get(IEventDispatcher::class)->removeListener(CollectToursEvent::class, $listener);
		}
	}

	#[\Override]
	protected function none(): TourFolders {
		return Support::adapter(TourFolders::class);
	}

	#[\Override]
	protected function some(): array {
		$this->configure('/srv/tours');
		$this->listen(static fn (CollectToursEvent $event) => $event->addFolder('/apps/garden/tours'));
		$this->listen(static function (CollectToursEvent $event): void {
			$event->addFolder('/apps/choir/tours');
			$event->addFolder('/srv/tours');
			$event->addFolder('');
		});
		return [$this->none(), ['/srv/tours', '/apps/garden/tours', '/apps/choir/tours']];
	}

	public function testSeveralFoldersCanBeConfigured(): void {
		$this->configure(['/srv/a', 3, '/srv/b']);

		self::assertSame(['/srv/a', '/srv/b'], $this->none()->paths());
	}

	public function testAListenerThatFailsIsLoggedAndTheRestIsThere(): void {
		$this->configure('/srv/tours');
		$this->listen(static fn (CollectToursEvent $event) => $event->addFolder('/apps/garden/tours'));
		$this->listen(static fn () => throw new \LogicException('planted: a listener of another app'));
		$log = Support::dataFolder() . '/nextcloud.log';
		$from = (int)filesize($log);

		self::assertSame(['/srv/tours', '/apps/garden/tours'], $this->none()->paths());

		$logged = (string)file_get_contents($log, offset: $from);
		self::assertStringContainsString('Another app failed when it was asked for its tours', $logged);
		self::assertStringContainsString('planted: a listener of another app', $logged);
	}

	/** @param string|list<mixed> $value */
	private function configure(string|array $value): void {
		Server::get(IConfig::class)->setSystemValue(NamedTourFolders::CONFIG, $value);
	}

	/** @param \Closure(CollectToursEvent): void $listener */
	private function listen(\Closure $listener): void {
		$this->listeners[] = $listener;
		Server::get(IEventDispatcher::class)->addListener(CollectToursEvent::class, $listener);
	}
}
