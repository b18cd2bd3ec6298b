<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Openl;

/** One of the answers to choose from. */
final readonly class Option {
	public function __construct(
		public string $id,
		public Words $text,
	) {
	}
}
