<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Content;

/** Words of the content, by their key. A file from elsewhere brings its own. */
final readonly class Text {
	/** @param array<string, string> $own language to words, from the file itself; resources/texts otherwise */
	public function __construct(
		public string $key,
		public array $own = [],
	) {
	}
}
