<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Engine;

use OCA\Compagnon\Transfer\Run\RunWish;

/** Somebody wants the run to stop. */
final class Wished extends \RuntimeException {
	public function __construct(
		public readonly RunWish $wish,
	) {
		parent::__construct($wish->value);
	}
}
