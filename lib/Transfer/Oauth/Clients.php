<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Oauth;

/** The clients that are set up. */
interface Clients {
	/** @return ?Client null when nobody has set one up for this source */
	public function get(string $source): ?Client;
}
