<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Port;

/** Which apps a person can use here. */
interface Apps {
	/** @param string $app id of an app, as in its address */
	public function usable(string $app, string $userId): bool;

	/**
	 * @param string $app id of an app, as in its address
	 * @return ?string version of an app that somebody here can use; null when nobody can
	 */
	public function version(string $app): ?string;
}
