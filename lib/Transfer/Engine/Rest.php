<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Engine;

/** Does nothing for a moment, because nothing is due yet. */
class Rest {
	public function take(float $seconds): void {
		usleep((int)($seconds * 1_000_000));
	}
}
