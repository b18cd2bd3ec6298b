<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Publisher;

use OCA\Compagnon\Observatory\Publisher\Release\Layer;

/** How many reports there could have been. */
interface Issued {
	/** @param Layer::ATTESTED|Layer::UNATTESTED $stratum */
	public function tokens(string $survey, string $period, string $kind, string $stratum): int;
}
