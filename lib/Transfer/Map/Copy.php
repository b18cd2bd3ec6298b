<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Map;

/** What an item of a source has become in the space, as it was when it was stored. */
final readonly class Copy {
	/**
	 * @param ?string $revision of the source
	 * @param ?string $hash lower-case hex, by the algorithm of the item or else SHA-256
	 */
	public function __construct(
		public string $itemKey,
		public int $fileId,
		public string $etag,
		public int $size,
		public ?string $revision,
		public ?string $hash,
		public int $storedAt,
	) {
	}
}
