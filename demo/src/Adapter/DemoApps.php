<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\Adapter;

use OCA\Compagnon\Demo\Account\Accounts;
use OCA\Compagnon\Port\Apps;

/** The demo has one app beside Compagnon. */
final readonly class DemoApps implements Apps {
	public function __construct(
		private Accounts $accounts,
	) {
	}

	#[\Override]
	public function usable(string $app, string $userId): bool {
		$account = $this->accounts->find($userId);
		return $account !== null && match ($app) {
			'files' => true,
			'compagnon' => $account->mayUseApp,
			default => false,
		};
	}

	#[\Override]
	public function version(string $app): ?string {
		return match ($app) {
			'files' => '1',
			'compagnon' => self::ownVersion(),
			default => null,
		};
	}

	private static function ownVersion(): ?string {
		$info = (string)file_get_contents(__DIR__ . '/../../../appinfo/info.xml');
		return preg_match('#<version>(.+)</version>#', $info, $found) === 1 ? $found[1] : null;
	}
}
