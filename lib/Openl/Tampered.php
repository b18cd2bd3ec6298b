<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Openl;

/** A catalogue that is not the next one of those that are known. Nothing of it may be used. */
final class Tampered extends \RuntimeException {
	public function __construct(
		public readonly Tampering $how,
	) {
		parent::__construct("catalogue: $how->name");
	}
}
