<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Error;

/** Too much at the moment: the same request passes later. */
final class TooMany extends Refusal {
	/** @param int $seconds after which it makes sense to try again */
	public function __construct(
		string $sentence,
		public readonly int $seconds,
	) {
		parent::__construct($sentence);
	}
}
