<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Source;

/** A folder of a source that can be chosen. */
final readonly class SourceFolder {
	/**
	 * @param string $kind "mine", "shared_with_me", "shared_drive", "folder", "album"
	 * @param ?int $size bytes below it, where known
	 */
	public function __construct(
		public string $id,
		public string $name,
		public string $kind,
		public bool $hasChildren,
		public ?int $size = null,
		public ?int $items = null,
	) {
	}
}
