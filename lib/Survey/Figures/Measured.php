<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Survey\Figures;

/** The figures of the space in a quarter, as bands. */
final readonly class Measured {
	/** @param array<string, string|list<string>|null> $figures by name */
	public function __construct(
		public int $day,
		public array $figures,
	) {
	}
}
