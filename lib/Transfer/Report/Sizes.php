<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Report;

use OCA\Compagnon\Port\Texts;

/** Numbers as they are written in a language. */
final readonly class Sizes {
	public function __construct(
		private Texts $texts,
	) {
	}

	public function number(int $value): string {
		return $this->format($value, 0);
	}

	/** Counted as the space counts: 1024 to the next unit. */
	public function size(int $bytes): string {
		return match (true) {
			$bytes < 1024 => $this->texts->t('{size} bytes', ['size' => $this->number($bytes)]),
			$bytes < 1024 ** 2 => $this->texts->t('{size} KB', ['size' => $this->format($bytes / 1024, 1)]),
			$bytes < 1024 ** 3 => $this->texts->t('{size} MB', ['size' => $this->format($bytes / 1024 ** 2, 1)]),
			default => $this->texts->t('{size} GB', ['size' => $this->format($bytes / 1024 ** 3, 1)]),
		};
	}

	private function format(int|float $value, int $digits): string {
		return $this->texts->language() === 'fr' ? number_format($value, $digits, ',', "\u{202f}") : number_format($value, $digits);
	}
}
