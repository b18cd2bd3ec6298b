<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Nextcloud;

use OCA\Compagnon\AppInfo\Application;
use OCA\Compagnon\Port\Log;
use Psr\Log\LoggerInterface;

final readonly class ServerLog implements Log {
	public function __construct(
		private LoggerInterface $logger,
	) {
	}

	#[\Override]
	public function warning(string $message, array $context = []): void {
		$this->logger->warning($message, ['app' => Application::APP_ID] + $context);
	}

	#[\Override]
	public function error(string $message, array $context = [], ?\Throwable $cause = null): void {
		$this->logger->error($message, ['app' => Application::APP_ID, 'exception' => $cause] + $context);
	}
}
