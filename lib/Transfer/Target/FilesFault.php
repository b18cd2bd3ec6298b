<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Target;

/** Why the space did not take, or give, a file. */
final class FilesFault extends \RuntimeException {
	private function __construct(
		public readonly FilesFaultKind $kind,
		?\Throwable $previous,
	) {
		parent::__construct($kind->value, 0, $previous);
	}

	public static function of(FilesFaultKind $kind, ?\Throwable $previous = null): self {
		return new self($kind, $previous);
	}
}
