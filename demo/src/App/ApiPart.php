<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\App;

use OCA\Compagnon\Demo\Account\Account;
use OCA\Compagnon\Demo\Files\Refused;
use OCA\Compagnon\Demo\Http\Answer;

/** A part of what the demo's own pages ask for. */
interface ApiPart {
	/**
	 * @param string $wish method and path below /demo/api/, with # for numbers: "POST nodes/#/name"
	 * @param int $id the number in the path; 0 without one
	 * @return ?Answer null when it is another part's
	 * @throws Refused
	 */
	public function route(Account $me, string $wish, int $id): ?Answer;
}
