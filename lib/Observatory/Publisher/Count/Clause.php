<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Publisher\Count;

/** Whom a question is asked: those who gave one of these answers to another one. */
final readonly class Clause {
	/** @param list<string> $in ids of choices */
	public function __construct(
		public string $question,
		public array $in,
	) {
	}
}
