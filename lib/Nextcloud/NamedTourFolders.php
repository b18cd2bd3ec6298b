<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Nextcloud;

use OCA\Compagnon\Event\CollectToursEvent;
use OCA\Compagnon\Port\Log;
use OCA\Compagnon\Port\TourFolders;
use OCP\EventDispatcher\IEventDispatcher;
use OCP\IConfig;

/** The folders of the system config value `compagnon.tours` (one path, or a list of them), then those of other apps. */
final readonly class NamedTourFolders implements TourFolders {
	public const CONFIG = 'compagnon.tours';

	public function __construct(
		private IConfig $config,
		private IEventDispatcher $dispatcher,
		private Log $log,
	) {
	}

	#[\Override]
	public function paths(): array {
		$configured = array_filter((array)$this->config->getSystemValue(self::CONFIG, []), 'is_string');
		$event = new CollectToursEvent();
		try {
			$this->dispatcher->dispatchTyped($event);
		} catch (\Throwable $e) {
			$this->log->error('Another app failed when it was asked for its tours', [], $e);
		}
		return array_values(array_unique(array_filter([...array_values($configured), ...$event->folders()], static fn (string $path): bool => $path !== '')));
	}
}
