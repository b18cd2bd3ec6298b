<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Http;

/** No complete answer came. */
final class Unreachable extends \RuntimeException {
	public function __construct(
		public readonly UnreachableKind $kind,
		string $technical,
		?\Throwable $previous = null,
	) {
		parent::__construct($technical, 0, $previous);
	}
}
