<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Engine;

/** Somebody else works on the run by now, or it is not to be worked on any more: whoever reads this changes nothing. */
final class LeaseLost extends \RuntimeException {
	public function __construct() {
		parent::__construct('the run belongs to another worker');
	}
}
