<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Fake;

use OCA\Compagnon\Port\Apps;

/** Everybody can use the apps named here, except the people named beside them. */
final class FakeApps implements Apps {
	/** @var array<string, string> */
	public array $versions = [];

	/** @param array<string, list<string>> $apps app to the people who cannot use it */
	public function __construct(
		public array $apps = ['compagnon' => [], 'files' => []],
		/** @var list<string> */
		public array $strangers = [],
	) {
	}

	#[\Override]
	public function usable(string $app, string $userId): bool {
		return isset($this->apps[$app])
			&& !in_array($userId, $this->strangers, true)
			&& !in_array($userId, $this->apps[$app], true);
	}

	#[\Override]
	public function version(string $app): ?string {
		return isset($this->apps[$app]) ? $this->versions[$app] ?? '1.0.0' : null;
	}
}
