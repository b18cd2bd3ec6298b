<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\Adapter;

use OCA\Compagnon\Demo\Account\Accounts;
use OCA\Compagnon\Port\Apps;

/** The apps of which the demo has a simplified page, beside Compagnon. */
final readonly class DemoApps implements Apps {
	private const SIMPLIFIED = ['files', 'calendar', 'contacts', 'settings', 'text', 'files_versions', 'files_trashbin', 'twofactor_totp'];

	public function __construct(
		private Accounts $accounts,
	) {
	}

	#[\Override]
	public function usable(string $app, string $userId): bool {
		$account = $this->accounts->find($userId);
		return $account !== null && match ($app) {
			'compagnon' => $account->mayUseApp,
			default => in_array($app, self::SIMPLIFIED, true),
		};
	}

	#[\Override]
	public function version(string $app): ?string {
		return match ($app) {
			'compagnon' => self::ownVersion(),
			default => in_array($app, self::SIMPLIFIED, true) ? '1' : null,
		};
	}

	private static function ownVersion(): ?string {
		$info = (string)file_get_contents(__DIR__ . '/../../../appinfo/info.xml');
		return preg_match('#<version>(.+)</version>#', $info, $found) === 1 ? $found[1] : null;
	}
}
