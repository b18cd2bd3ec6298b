<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Port;

/** Where a provider is really asked: stand-ins take its place in the demo and in tests. */
interface Endpoints {
	/**
	 * @param string $host name of the provider's host, for instance "www.googleapis.com"
	 * @return ?string base URL used in its place, without a slash at its end; null for the host itself over https
	 */
	public function inPlaceOf(string $host): ?string;
}
