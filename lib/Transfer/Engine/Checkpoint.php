<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Engine;

/** The moments between which a run can be cut off. Nothing happens at them, but in tests the power goes there. */
class Checkpoint {
	public function reach(string $moment): void {
	}
}
