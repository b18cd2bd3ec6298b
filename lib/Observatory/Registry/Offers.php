<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Registry;

/** Where the registry learns what tokens are for. */
interface Offers {
	/** @return ?Offer null when there never was such a survey in that period */
	public function find(string $survey, string $period): ?Offer;
}
