<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Port;

use OCA\Compagnon\Error\Refused;

/** Who makes this request. */
interface Session {
	/**
	 * @return string id of the account
	 * @throws Refused when nobody is logged in
	 */
	public function userId(): string;
}
