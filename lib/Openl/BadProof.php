<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Openl;

/** The issuer did not use the key of the catalogue, or what it answered is no answer: no token of it may be used. */
final class BadProof extends Malformed {
	public function __construct(?\Throwable $previous = null) {
		parent::__construct('proof', previous: $previous);
	}
}
