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
		/** Seconds, where it is known when that ends. */
		public readonly ?int $waitSeconds,
		?\Throwable $previous,
	) {
		parent::__construct($kind->value, 0, $previous);
	}

	public static function of(FilesFaultKind $kind, ?\Throwable $previous = null): self {
		return new self($kind, null, $previous);
	}

	/** @param ?int $waitSeconds after which it is worth trying again; null when nobody knows */
	public static function locked(?int $waitSeconds): self {
		return new self(FilesFaultKind::Locked, $waitSeconds, null);
	}
}
