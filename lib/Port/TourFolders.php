<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Port;

/** Where tours come from beside those that are shipped: folders that the host, or another app of it, names. */
interface TourFolders {
	/**
	 * Never fails, for a page must not suffer from what somebody else names.
	 *
	 * @return list<string> paths as they were named, each once; whether they are absolute and can be read is not looked at
	 */
	public function paths(): array;
}
