<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Publisher\Count;

/** One thing that can be answered: a cell of the table. */
final readonly class Choice {
	/** @param array<string, string> $text words by language */
	public function __construct(
		public string $id,
		public array $text,
	) {
	}

	public static function named(string $id, string $french, string $english): self {
		return new self($id, ['fr' => $french, 'en' => $english]);
	}
}
