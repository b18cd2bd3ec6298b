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
		$this->logger->warning(self::readable($message), ['app' => Application::APP_ID] + array_map(self::readable(...), $context));
	}

	#[\Override]
	public function error(string $message, array $context = [], ?\Throwable $cause = null): void {
		$this->logger->error(self::readable($message), ['app' => Application::APP_ID, 'exception' => $cause] + array_map(self::readable(...), $context));
	}

	/** The platform loses an entry that is not UTF-8. */
	private static function readable(string|int $words): string {
		return mb_scrub((string)$words, 'UTF-8');
	}
}
