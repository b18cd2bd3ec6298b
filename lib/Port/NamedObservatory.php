<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Port;

/** The observatory that whoever runs the server has named: nobody else can, and without one nothing can be switched on. */
interface NamedObservatory {
	/** @return array<array-key, mixed> as it was written down: address, key, and attestation when a hoster vouches; empty when none is named */
	public function written(): array;
}
