<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Openl;

/** Who vouches for the space that a report is from; each is counted and published apart. */
enum Stratum: string {
	/** A host that the registry knows has signed for it. */
	case Attested = 'attested';

	/** It has proved its address, nothing more. */
	case Unattested = 'unattested';
}
