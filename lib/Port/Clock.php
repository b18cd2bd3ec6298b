<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Port;

/** The time, so that tests can choose it. */
interface Clock {
	/** @return int UTC seconds */
	public function now(): int;
}
