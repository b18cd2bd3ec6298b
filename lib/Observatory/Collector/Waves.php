<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Collector;

/** Where the collector learns what is asked for. */
interface Waves {
	/** @return ?Wave null when there never was such a survey in that period */
	public function find(string $survey, string $period): ?Wave;
}
