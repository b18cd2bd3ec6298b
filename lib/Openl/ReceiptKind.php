<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Openl;

/** What a collector confirms. */
enum ReceiptKind: string {
	case Kept = 'kept';
	case Withdrawn = 'withdrawn';
}
