<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\Account;

/** Somebody of the demo's association. */
final readonly class Account {
	/**
	 * @param 'admin'|'delegate'|'member' $role
	 * @param string $language two letters
	 * @param 'auto'|'light'|'dark' $theme
	 */
	public function __construct(
		public string $id,
		public string $name,
		public string $role,
		public string $language,
		public string $theme,
		public bool $mayUseApp,
	) {
	}
}
