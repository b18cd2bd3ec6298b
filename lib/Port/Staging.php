<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Port;

use OCA\Compagnon\Error\Unavailable;

/** A folder of the server's own disk for files that are not complete yet. It outlives the process. */
interface Staging {
	/**
	 * @return string absolute path, without a slash at its end; the folder exists
	 * @throws Unavailable when it cannot be made or written
	 */
	public function folder(): string;

	/** @return ?int bytes left on that disk; null when nobody knows */
	public function room(): ?int;
}
