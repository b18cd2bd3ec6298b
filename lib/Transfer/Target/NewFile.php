<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Target;

/** A file that is complete and waits to be stored. */
final readonly class NewFile {
	/** @param ?int $modifiedAt UTC seconds */
	public function __construct(
		public string $name,
		public Content $content,
		public ?int $modifiedAt,
	) {
	}
}
